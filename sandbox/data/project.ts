import type { Company } from '../company';

export interface ProjectTask {
	taskId: string;
	projectId: string;
	content: string;
	note: string;
	/** userIds */
	executorId: string;
	creatorId: string;
	involveMembers: string[];
	priority: number;
	stageId: string;
	statusId: string;
	parentTaskId?: string;
	/** Epoch milliseconds. */
	dueDate?: number;
	startDate?: number;
	created: number;
	updated: number;
	isArchived: boolean;
	links?: Array<{ title: string; url: string }>;
	customFields: Array<{ name: string; values: string[] }>;
}

export interface Project {
	projectId: string;
	name: string;
	creatorId: string;
	created: number;
	isArchived: boolean;
	isSuspended: boolean;
	/** userIds */
	members: string[];
}

/** Ids of Teambition are 24 hexadecimal digits. */
const id = (n: number) => `62c25e3b376ecc29c45a${n.toString(16).padStart(4, '0')}`;
export const BOARD = id(1);

/** Projects of Teambition with their boards. */
export const seedProject = (company: Company, now: number) => ({
	projects: [
		{
			projectId: BOARD,
			name: '官网改版',
			creatorId: 'manager7675',
			created: now,
			isArchived: false,
			isSuspended: false,
			members: ['manager7675', 'zhangsan'],
		},
		{
			projectId: id(2),
			name: '旧项目',
			creatorId: 'manager7675',
			created: now,
			isArchived: false,
			isSuspended: true,
			members: ['manager7675'],
		},
	] as Project[],
	stages: [
		{ taskStageId: id(16), projectId: BOARD, name: '需求池' },
		{ taskStageId: id(17), projectId: BOARD, name: '本周' },
	],
	statuses: [
		{ id: id(32), projectId: BOARD, taskflowId: id(48), name: '未开始', kind: 'start', pos: 0 },
		{ id: id(33), projectId: BOARD, taskflowId: id(48), name: '进行中', kind: 'unset', pos: 1 },
		{ id: id(34), projectId: BOARD, taskflowId: id(48), name: '已完成', kind: 'end', pos: 2 },
		{ id: id(35), projectId: BOARD, taskflowId: id(49), name: '缺陷已关闭', kind: 'end', pos: 0 },
	],
	priorities: [
		{ priority: '-10', name: '较低', color: 'grey', priorityId: id(64) },
		{ priority: '0', name: '普通', color: 'blue', priorityId: id(65) },
		{ priority: '1', name: '紧急', color: 'orange', priorityId: id(66) },
		{ priority: '2', name: '非常紧急', color: 'red', priorityId: id(67) },
	],
	templates: [{ id: id(80), name: '敏捷研发', description: '', visible: 'organization' }],
	tasks: [
		{
			taskId: id(256),
			projectId: BOARD,
			content: '首页设计',
			note: '',
			executorId: 'zhangsan',
			creatorId: company.users[0]?.userid ?? '',
			involveMembers: ['zhangsan'],
			priority: 0,
			stageId: id(16),
			statusId: id(32),
			created: now,
			updated: now,
			isArchived: false,
			customFields: [],
		},
	] as ProjectTask[],
	hours: [] as Array<{ objectId: string; executorId: string; date: string; ms: number; planned: boolean }>,
});
