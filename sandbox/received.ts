/** What people got: the visible outcome of every call. */

export interface Message {
	at: number;
	id: string;
	/** `group`: a group chat; `person`: one-to-one with the robot. */
	to: 'group' | 'person';
	/** `customRobot`: group webhook; `appRobot`: the app's robot; `session`: an answer by session webhook or HTTP answer; `person`: a person wrote it. */
	by: 'customRobot' | 'appRobot' | 'session' | 'person';
	/** Conversation id of a group; user ids of people. */
	conversation?: string;
	userids?: string[];
	/** `msgtype` of a webhook message or `msgKey` of an app robot's. */
	type: string;
	content: Record<string, unknown>;
	at_users?: { mobiles: string[]; userids: string[]; all: boolean };
	/** userIds of those who have read it. */
	readBy?: string[];
	recalled?: true;
}

export interface WorkNotification {
	at: number;
	taskId: number;
	msg: Record<string, unknown> & { msgtype: string };
	userids: string[];
	readBy: string[];
	invalidUsers: string[];
	invalidDepartments: number[];
	forbidden: Array<{ userid: string; code: string; count: number }>;
	statusBar?: { value: string; bg: string };
	recalled: boolean;
	/** Sent to the whole company. */
	toAll: boolean;
}

export interface Todo {
	id: string;
	subject: string;
	description?: string;
	dueTime?: number;
	done: boolean;
	finishTime?: number;
	executorIds: string[];
	/** unionIds of executors who are done. */
	doneBy: string[];
	participantIds: string[];
	creatorId: string;
	modifierId: string;
	createdTime: number;
	modifiedTime: number;
	sourceId: string;
	todoType: string;
	deleted: boolean;
	/** The other fields of the request, as sent. */
	more: Record<string, unknown>;
}

export interface WorkRecord {
	record_id: string;
	biz_id?: string;
	userid: string;
	create_time: number;
	title: string;
	url: string;
	forms: Array<{ title: string; content: string }>;
	done: boolean;
	at: number;
}

export interface ApprovalTask {
	taskId: number;
	userId: string;
	status: 'RUNNING' | 'COMPLETED' | 'CANCELED';
	result: 'NONE' | 'AGREE' | 'REFUSE' | 'REDIRECTED';
	/** Step of the flow. */
	activityId?: string;
	createTime: number;
	finishTime?: number;
}

/** A file of a form or a comment, as its value has it. */
export interface ApprovalFile {
	spaceId: string;
	fileId: string;
	fileName: string;
	fileSize: string;
	fileType: string;
}

export interface Approval {
	instanceId: string;
	processCode: string;
	title: string;
	businessId: string;
	originatorUserId: string;
	deptId: number;
	status: 'RUNNING' | 'TERMINATED' | 'COMPLETED';
	result: '' | 'agree' | 'refuse';
	createTime: number;
	finishTime?: number;
	form: Array<{ id: string; name: string; value: string; componentType: string }>;
	approvers: string[];
	cc: string[];
	tasks: ApprovalTask[];
	records: Array<{
		userId: string;
		date: number;
		type: string;
		result: string;
		remark?: string;
		attachments?: ApprovalFile[];
	}>;
}

export interface Punch {
	id: number;
	userid: string;
	/** When the person punched in, when they should have, both epoch milliseconds. */
	checkTime: number;
	planTime: number;
	/** Start of the work day in China. */
	workDate: number;
	checkType: 'OnDuty' | 'OffDuty';
	timeResult: 'Normal' | 'Late' | 'Early';
	address: string;
}

export interface Media {
	mediaId: string;
	type: string;
	filename: string;
	size: number;
	sha256: string;
	at: number;
}

/** A DING: who was reminded, and how: 1 in the app, 2 SMS, 3 phone. */
export interface Ding {
	openDingId: string;
	content: string;
	remindType: number;
	userids: string[];
	recalled: boolean;
}

export interface Card {
	outTrackId: string;
	/** Where it is shown: `IM_ROBOT.<userId>`, `IM_GROUP.<id>`. */
	spaces?: string[];
	/** Chats at whose top it stands. */
	pinned?: string[];
	/** AI card: what the streams wrote, by variable, and how it ended. */
	streamed?: Record<string, string>;
	ended?: 'done' | 'failed';
	/** Every text that it showed, with the moment: those of creating and updating it, and those of the streams. */
	frames?: Array<{ at: number; by: 'update' | 'stream'; text: string; status?: string; end?: 'done' | 'failed' }>;
	atUserIds?: Record<string, string>;
	/** Set: clicks are reported over HTTP to the URL registered under this key. */
	callbackRouteKey?: string;
	publicData: Record<string, string>;
	privateData: Record<string, Record<string, string>>;
	clicks: Array<{ userid: string; actionId: string; params: Record<string, unknown>; answered: boolean }>;
}

export interface Received {
	messages: Message[];
	notifications: WorkNotification[];
	todos: Todo[];
	workRecords: WorkRecord[];
	approvals: Approval[];
	punches: Punch[];
	media: Media[];
	cards: Card[];
	dings: Ding[];
}

export const nothingReceived = (): Received => ({
	messages: [],
	notifications: [],
	todos: [],
	workRecords: [],
	approvals: [],
	punches: [],
	media: [],
	cards: [],
	dings: [],
});
