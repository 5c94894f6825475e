/**
 * The products: groups of operations as a person knows them. An operation belongs to the product
 * with the longest matching path prefix (version and `topapi` taken off, case ignored); the first
 * segment of a new-API path is the name of its SDK module.
 */
export interface ProductSpec {
	id: string;
	name: string;
	zh: string;
	paths: string[];
}

export const PRODUCTS: ProductSpec[] = [
	{
		id: 'auth',
		name: 'Authorization',
		zh: '认证与授权',
		paths: [
			'oauth2',
			'gettoken',
			'get_jsapi_ticket',
			'sns',
			'sso',
			'service',
			'auth/scopes',
			'user/getuserinfo',
			'v2/user/getuserinfo',
			'contact/users/me',
		],
	},
	{
		id: 'contact',
		name: 'Contacts',
		zh: '通讯录',
		paths: [
			'contact',
			'user',
			'v2/user',
			'department',
			'v2/department',
			'role',
			'extcontact',
			'inactive',
			'org/union',
			'union',
			'industry/organization',
			'industry/department',
			'industry/user',
		],
	},
	{
		id: 'attendance',
		name: 'Attendance',
		zh: '考勤',
		paths: ['attendance', 'smartdevice/atmachine', 'smartDevice/atmachines'],
	},
	{ id: 'checkin', name: 'Check-In', zh: '签到', paths: ['checkin'] },
	{ id: 'approval', name: 'Approval', zh: 'OA 审批', paths: ['workflow', 'process', 'processinstance'] },
	{ id: 'todo', name: 'To-Do', zh: '待办', paths: ['todo', 'todoee', 'workrecord'] },
	{ id: 'calendar', name: 'Calendar', zh: '日程', paths: ['calendar'] },
	{ id: 'report', name: 'Report', zh: '日志', paths: ['report'] },
	{ id: 'blackboard', name: 'Announcement', zh: '公告', paths: ['blackboard', 'groupblackboard'] },
	{ id: 'robot', name: 'Robot', zh: '机器人', paths: ['robot'] },
	{
		id: 'chat',
		name: 'Chat',
		zh: '会话与群',
		paths: ['im', 'flashmsg', 'impaas', 'chat', 'message/send_to_conversation'],
	},
	{
		id: 'card',
		name: 'Interactive Card',
		zh: '互动卡片',
		paths: [
			'card',
			'im/interactiveCards',
			'im/robots/interactiveCards',
			'im/privateChat/interactiveCards',
			'im/v1.0/robot/interactiveCards',
			'im/chat/scencegroup/interactivecard',
		],
	},
	{ id: 'notification', name: 'Work Notification', zh: '工作通知', paths: ['message/corpconversation'] },
	{ id: 'media', name: 'Media', zh: '媒体文件', paths: ['media'] },
	{ id: 'doc', name: 'Document', zh: '文档', paths: ['doc'] },
	{
		id: 'wiki',
		name: 'Knowledge Base',
		zh: '知识库',
		paths: ['wiki', 'doc/workspaces', 'doc/spaces', 'doc/teams', 'doc/relations', 'doc/my'],
	},
	{ id: 'storage', name: 'Storage', zh: '存储', paths: ['storage', 'convFile', 'snsstorage'] },
	{ id: 'drive', name: 'Drive', zh: '钉盘', paths: ['drive', 'cspace', 'file'] },
	{ id: 'notable', name: 'AI Table', zh: 'AI 表格', paths: ['notable'] },
	{ id: 'yida', name: 'Yida', zh: '宜搭', paths: ['yida'] },
	{ id: 'form', name: 'Smart Form', zh: '智能填表', paths: ['swform', 'collection'] },
	{ id: 'conference', name: 'Video Conference', zh: '视频会议', paths: ['conference', 'flashmeeting'] },
	{ id: 'rooms', name: 'Meeting Room', zh: '智能会议室', paths: ['rooms'] },
	{ id: 'live', name: 'Live Stream', zh: '直播', paths: ['live', 'liveactivities', 'planetom'] },
	{ id: 'minutes', name: 'Minutes', zh: '闪记', paths: ['minutes', 'transcribe'] },
	{ id: 'phone', name: 'Phone', zh: '电话', paths: ['dingphone', 'rcscall'] },
	{ id: 'mail', name: 'Mail', zh: '邮箱', paths: ['mail'] },
	{ id: 'hrm', name: 'HRM', zh: '智能人事', paths: ['hrm', 'salary', 'smartwork'] },
	{ id: 'hrbrain', name: 'Organization Brain', zh: '组织大脑', paths: ['hrbrain'] },
	{ id: 'amdp', name: 'HCM Master Data', zh: 'HCM 主数据', paths: ['amdp'] },
	{ id: 'ats', name: 'Recruitment', zh: '智能招聘', paths: ['ats'] },
	{ id: 'agoal', name: 'Goals', zh: 'Agoal 目标', paths: ['agoal', 'okr'] },
	{ id: 'culture', name: 'Corporate Culture', zh: '企业文化', paths: ['orgCulture', 'pedia', 'wiki/words', 'health'] },
	{
		id: 'project',
		name: 'Teambition Project',
		zh: 'Teambition 项目',
		paths: ['project', 'projectintegration', 'workspace'],
	},
	{ id: 'teamSphere', name: 'Team Sphere', zh: '钉钉快办', paths: ['teamsphere'] },
	{
		id: 'app',
		name: 'Application',
		zh: '钉钉应用',
		paths: ['microapp', 'miniapp', 'package', 'h5package', 'apaas', 'gateway'],
	},
	{ id: 'market', name: 'App Market', zh: '应用市场', paths: ['appMarket', 'trade', 'appstore'] },
	{ id: 'workbench', name: 'Workbench', zh: '工作台', paths: ['workbench'] },
	{ id: 'event', name: 'Event Subscription', zh: '事件订阅', paths: ['event', 'call_back'] },
	{ id: 'connector', name: 'Connector', zh: '连接平台', paths: ['connector', 'dpaas'] },
	{ id: 'exclusive', name: 'Exclusive DingTalk', zh: '专属钉钉', paths: ['exclusive'] },
	{ id: 'datacenter', name: 'Data Center', zh: '数据目录', paths: ['datacenter', 'kac', 'exclusive/data'] },
	{
		id: 'serviceAccount',
		name: 'Service Account',
		zh: '互动服务窗',
		paths: ['link', 'serviceaccount', 'material', 'message/mass', 'exclusive/follow', 'crm/officialAccounts'],
	},
	{ id: 'serviceGroup', name: 'Service Group', zh: '服务群', paths: ['serviceGroup'] },
	{ id: 'crm', name: 'CRM', zh: '客户管理', paths: ['crm'] },
	{ id: 'customerService', name: 'Customer Service', zh: '智能客服', paths: ['customerService', 'dingmi', 'smartbot'] },
	{ id: 'assistant', name: 'AI Assistant', zh: 'AI 助理', paths: ['assistant', 'aiInteraction'] },
	{ id: 'ai', name: 'AI Services', zh: 'AI 服务', paths: ['aiPaaS', 'algo', 'watt', 'ai', 'asr', 'ocr'] },
	{ id: 'search', name: 'Search', zh: '搜索', paths: ['search'] },
	{ id: 'edu', name: 'Education', zh: '教育', paths: ['edu'] },
	{ id: 'industry', name: 'Industry', zh: '行业开放', paths: ['industry', 'manufacturing', 'wms'] },
	{ id: 'resident', name: 'Digital Village', zh: '数字乡村', paths: ['resident', 'village'] },
	{
		id: 'device',
		name: 'Smart Device',
		zh: '智能硬件',
		paths: ['devicemng', 'smartdevice', 'diot', 'dvi', 'aiot', 'minutes/smartdevice'],
	},
	{ id: 'badge', name: 'Badge', zh: '钉工牌', paths: ['badge', 'finance/payCodes'] },
	{ id: 'bizfinance', name: 'Finance', zh: '智能财务', paths: ['bizfinance', 'finance'] },
	{ id: 'contract', name: 'Contract', zh: '智能合同', paths: ['contract'] },
	{ id: 'esign', name: 'E-Signature', zh: 'e签宝', paths: ['esign'] },
	{ id: 'alitrip', name: 'Business Trip', zh: '商旅', paths: ['alitrip', 'trip'] },
	{ id: 'jzcrm', name: 'Jinzhi CRM', zh: '金智 CRM', paths: ['jzcrm'] },
	{ id: 'h3yun', name: 'H3yun', zh: '氚云', paths: ['h3yun'] },
	{ id: 'chengfeng', name: 'Chengfeng', zh: '乘风', paths: ['chengfeng'] },
	{
		id: 'more',
		name: 'More',
		zh: '更多',
		paths: [
			'activity',
			'baymax',
			'carbon',
			'content',
			'coolapp',
			'coolops',
			'credit',
			'jobs',
			'meter',
			'occupationauth',
			'trajectory',
			'vipmember',
			'yunshu',
		],
	},
];

const prefixes = PRODUCTS.flatMap(({ id, paths }) => paths.map((path) => ({ id, path: path.toLowerCase() }))).sort(
	(a, b) => b.path.length - a.path.length,
);

/**
 * The product of an operation.
 * @param path e.g. `/v1.0/todo/users/{unionId}/tasks` or `/topapi/attendance/list`
 * @throws when no product claims it
 */
export function productOf(path: string): string {
	const bare = path
		.toLowerCase()
		.replace(/^\//, '')
		.replace(/^(v\d+\.\d+|topapi)\//, '');
	const found = prefixes.find(({ path: prefix }) => bare === prefix || bare.startsWith(`${prefix}/`));
	if (!found) throw new Error(`No product for ${path}: add its prefix to products.ts`);
	return found.id;
}
