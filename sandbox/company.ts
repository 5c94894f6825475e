import { createHash } from 'node:crypto';

/** The seeded company: what an administrator would see in DingTalk's console. All names, numbers and keys are made up. */

export interface Person {
	userid: string;
	unionid: string;
	mobile: string;
	name: string;
	title: string;
	dept_id_list: number[];
	admin: boolean;
}

export interface Department {
	dept_id: number;
	name: string;
	/** 0 for the root department, whose id is 1. */
	parent_id: number;
}

export interface GroupRobot {
	accessToken: string;
	/** Set: the robot demands a signature made with it. */
	secret?: string;
	/** Set: the message must hold one of these words. */
	keywords?: string[];
	stopped?: true;
	conversation: string;
}

export interface ApprovalTemplate {
	processCode: string;
	name: string;
	fields: Array<{ id: string; name: string; componentType: string }>;
	approver: string;
}

export interface Company {
	corpId: string;
	name: string;
	appKey: string;
	appSecret: string;
	agentId: number;
	robotCode: string;
	unifiedAppId: string;
	users: Person[];
	departments: Department[];
	group: { openConversationId: string; title: string; members: string[] };
	openConversationId: string;
	/** Guarded by a signature. */
	groupRobot: GroupRobot & { secret: string };
	/** Guarded by a keyword. */
	keywordRobot: GroupRobot & { keywords: string[] };
	/** Switched off in the console. */
	stoppedRobot: GroupRobot;
	processCode: string;
	template: ApprovalTemplate;
	/** Own message template of the app robot, beside DingTalk's `sample…` ones. */
	messageTemplate: string;
	/** Longest text of an AI card in bytes; no page says how long it is really. */
	longestCardText: number;
	cardTemplateId: string;
	attendanceColumns: Array<{ id: number; name: string; alias: string; value: string; fixed?: boolean }>;
	attendanceGroupId: number;
}

const person = (
	n: number,
	userid: string,
	name: string,
	title: string,
	departments: number[],
	admin = false,
): Person => ({
	userid,
	unionid: `un${userid}iEiE`,
	mobile: `138000000${String(n).padStart(2, '0')}`,
	name,
	title,
	dept_id_list: departments,
	admin,
});

/** A made-up key: stable, so that saved credentials survive a restart, and secret of nothing. */
const invented = (name: string, length = 32): string =>
	createHash('sha512').update(`sandbox ${name}`).digest('hex').slice(0, length);

const GROUP = 'cidSandboxGroup6KeBBLoveMJOGXoYKF5x7EeiodoA==';

/**
 * A new copy of the company.
 * @param people how many more people the department 300 shall have (userids `worker1` … `workerN`)
 */
export const seedCompany = (people = 0): Company => ({
	corpId: 'dingsandboxcorp0123456789abcdef01',
	name: '小满科技 Xiaoman',
	appKey: `dingsandbox${invented('app', 8)}`,
	appSecret: invented('app secret', 64),
	agentId: 1185599675,
	robotCode: `dingsandbox${invented('app', 8)}`,
	unifiedAppId: '00000000-5a5d-4b0c-9d55-000000000001',
	users: [
		person(1, 'manager7675', '李娜', '总经理', [1], true),
		person(2, 'zhangsan', '张三', '技术总监', [100, 101]),
		person(3, 'lisi', '李四', '工程师', [101]),
		person(4, 'wangwu', '王五', '人事经理', [200]),
		person(5, 'xiaoding', '小钉', '助理', [1, 200]),
		person(6, 'user01', '赵六', '工程师', [101]),
		...Array.from({ length: people }, (_, i) => ({
			...person(0, `worker${i + 1}`, `工人${i + 1}`, '工人', [300]),
			mobile: `139${String(i + 1).padStart(8, '0')}`,
		})),
	],
	departments: [
		{ dept_id: 1, name: '小满科技', parent_id: 0 },
		{ dept_id: 100, name: '研发部', parent_id: 1 },
		{ dept_id: 101, name: '前端组', parent_id: 100 },
		{ dept_id: 200, name: '人事部', parent_id: 1 },
		{ dept_id: 300, name: '工厂', parent_id: 1 },
	],
	group: { openConversationId: GROUP, title: '项目群', members: ['manager7675', 'zhangsan', 'lisi', 'xiaoding'] },
	openConversationId: GROUP,
	groupRobot: {
		accessToken: 'sandboxrobotwithsignature',
		secret: `SEC${invented('robot', 64)}`,
		conversation: GROUP,
	},
	keywordRobot: { accessToken: 'sandboxrobotwithkeyword', keywords: ['通知', 'notice'], conversation: GROUP },
	stoppedRobot: { accessToken: 'sandboxrobotstopped', stopped: true, conversation: GROUP },
	processCode: 'PROC-SANDBOX-LEAVE-0001',
	template: {
		processCode: 'PROC-SANDBOX-LEAVE-0001',
		name: '请假',
		fields: [
			{ id: 'DDSelectField_TYPE', name: '请假类型', componentType: 'DDSelectField' },
			{ id: 'DDDateField_START', name: '开始时间', componentType: 'DDDateField' },
			{ id: 'DDDateField_END', name: '结束时间', componentType: 'DDDateField' },
			{ id: 'NumberField_DAYS', name: '请假天数', componentType: 'NumberField' },
			{ id: 'TextareaField_WHY', name: '事由', componentType: 'TextareaField' },
		],
		approver: 'manager7675',
	},
	messageTemplate: 'sandboxTemplate',
	longestCardText: Infinity,
	cardTemplateId: 'sandbox-card.schema',
	attendanceColumns: [
		{ id: 129339038, name: '应出勤天数', alias: 'should_attendance_days', value: '1.0' },
		{ id: 129339039, name: '出勤天数', alias: 'attendance_days', value: '1.0' },
		{ id: 129339040, name: '迟到次数', alias: 'late_times', value: '0' },
		{ id: 129339041, name: '补卡次数', alias: 'making_up_lack_times', value: '0' },
		{ id: 129339042, name: '请假时长', alias: 'leave_hours', value: '0.0' },
		{ id: 129339043, name: '工号', alias: 'job_number', value: '00021', fixed: true },
	],
	attendanceGroupId: 685935028,
});
