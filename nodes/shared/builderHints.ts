/** n8n's type of it; n8n 1.123 has none and ignores it. */
export interface BuilderHint {
	searchHint: string;
	relatedNodes: Array<{ nodeType: string; relationHint: string }>;
}

/** A node of this package that works together with another one. */
const near = (node: string, relationHint: string) => ({
	nodeType: `n8n-nodes-dingtalk-suite.${node}`,
	relationHint,
});

/**
 * What n8n's AI workflow builder is told of each node: when to take it, and which operation gives what another one needs.
 * Operations are written `resource:operation`; a test knows whether they exist.
 */
export const builderHints = {
	dingTalk: {
		searchHint:
			'DingTalk messages. robot:sendToUsers writes to people as the app robot, robot:sendToGroup to a group by its openConversationId, robot:reply answers the message that started the workflow, groupRobot:send needs only the webhook of a group, workNotification:send goes to people or departments in the name of the app.',
		relatedNodes: [
			near('dingTalkContacts', 'user:search and department:search give the user IDs and department IDs of receivers'),
			near(
				'dingTalkTrigger',
				'Robot Messages gives conversationId for robot:sendToGroup, Card Callbacks gives outTrackId for card:update',
			),
			near('dingTalkSendAndWait', 'Asks and waits for the response, instead of a message and a second workflow'),
		],
	},
	dingTalkContacts: {
		searchHint:
			'People, departments and roles of the organization. user:search finds by name, user:getByMobile by mobile number; the result is the userId that every other DingTalk node takes.',
		relatedNodes: [near('dingTalkHr', 'Employee file, joining and leaving, where the organization uses DingTalk HRM')],
	},
	dingTalkHr: {
		searchHint:
			'Employee files and changes. employee:getFields names the roster fields for employee:update; offboarding:getDepartures lists who left in a period.',
		relatedNodes: [near('dingTalkContacts', 'user:search gives the userId of an employee')],
	},
	dingTalkAttendance: {
		searchHint:
			'Punches and attendance results of people by day. Days are calendar days in the time zone of the workflow; many people are few calls, so give all user IDs to one item.',
		relatedNodes: [
			near('dingTalkContacts', 'user:getIds gives the user IDs of a department'),
			near('dingTalkApproval', 'Leave and overtime requests are approvals'),
		],
	},
	dingTalkApproval: {
		searchHint:
			'OA approvals. form:getAll gives the processCode of a form; approval:create shows its fields; approval:get gives the task IDs for approval:approve and approval:reject.',
		relatedNodes: [
			near('dingTalkTrigger', 'The events bpms_instance_change and bpms_task_change give processInstanceId and taskId'),
			near('dingTalkContacts', 'user:search gives the userId of an approver'),
		],
	},
	dingTalkToDo: {
		searchHint:
			'To-dos in DingTalk. The executors see a to-do; it is created on behalf of the default operator of the credential. todo:create returns the id for todo:update, todo:updateStatus and todo:delete.',
		relatedNodes: [near('dingTalkContacts', 'user:search gives the people who shall do it')],
	},
	dingTalkReport: {
		searchHint:
			'Reports by template, and announcements. report:getTemplates gives the template, whose fields report:create shows.',
		relatedNodes: [near('dingTalkContacts', 'user:getIds gives all people of a department, to find who wrote nothing')],
	},
	dingTalkCalendar: {
		searchHint:
			'Events and meeting rooms. calendar:getAvailability says when people are free, meetingRoom:findFree which room is free; event:create books people, room and online meeting in one call; event:getView lists a period with repeated events one by one.',
		relatedNodes: [near('dingTalkContacts', 'user:search gives the attendees')],
	},
	dingTalkMeeting: {
		searchHint:
			'Video meetings. conference:create starts one now, conference:schedule plans one; recording:getTranscript and minutes:getText give what was said as text for an AI model.',
		relatedNodes: [near('dingTalkCalendar', 'event:create makes an event with an online meeting and attendees')],
	},
	dingTalkAiTable: {
		searchHint:
			'AI tables (multi-dimensional tables) as a database. record:upsert creates or updates by matching columns; 100 items go in one call, so do not loop. record:getAll reads with filters.',
		relatedNodes: [near('dingTalkSpreadsheet', 'For spreadsheets with cells and ranges in place of typed columns')],
	},
	dingTalkSpreadsheet: {
		searchHint:
			'Online spreadsheets. row:append and row:appendOrUpdate take columns by the header row; range:get reads A1 ranges.',
		relatedNodes: [near('dingTalkAiTable', 'For tables with typed columns, filters and links')],
	},
	dingTalkDocs: {
		searchHint:
			'Documents and knowledge bases. node:search finds a document, document:getContent gives it as text for an AI model, document:append writes markdown at its end.',
		relatedNodes: [near('dingTalkDrive', 'For files that are no online documents')],
	},
	dingTalkDrive: {
		searchHint:
			'Files. file:upload takes binary data, file:download gives it; file:search finds by name; file:sendToChat shares with a group.',
		relatedNodes: [near('dingTalkDocs', 'For the text of online documents')],
	},
	dingTalkForms: {
		searchHint:
			'Yida forms and smart forms. yidaForm:upsert creates or updates by matching components; yidaForm:createMany takes all items in few calls; yidaProcess:start begins a process and yidaProcess:execute approves or rejects its task; smartForm:getAll gives answers as label and value.',
		relatedNodes: [near('dingTalkAiTable', 'record:upsert keeps answers in an AI table')],
	},
	dingTalkProject: {
		searchHint:
			'Teambition projects. project:getAll gives the project, task:create makes a task with assignee, stage and due date, task:getAll finds tasks by conditions.',
		relatedNodes: [near('dingTalkToDo', 'For personal to-dos that belong to no project')],
	},
	dingTalkCrm: {
		searchHint:
			'Customers, contacts and follow-up records with the fields of the organization. customer:create gives the ID that contact:create and followUp:create link to.',
		relatedNodes: [near('dingTalkContacts', 'user:search gives the owner of a customer')],
	},
} satisfies Record<string, BuilderHint>;
