import { defineProcedure, InputError } from '../../../runtime/operation';
import { taskPages, TASKS } from '../../locators/task';
import { owner } from './fields';
import { roles } from './roles';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many to-dos',
	description:
		"Get a person's to-dos. One call per page. Finished ones only of the last 180 days. With Due After or Due Before all pages are read, since DingTalk itself does not filter by time.",
	zh: {
		name: '获取多个',
		action: '查询待办列表',
		description:
			'查询员工的待办。每页一次调用；已完成的仅限最近 180 天。按截止时间筛选时会读取所有页，因为钉钉不支持按时间筛选',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users',
	permission: 'Todo.Todo.Read',
	routes: [TASKS],
	fields: [
		owner,
		{
			displayName: 'Status',
			zh: '状态',
			name: 'status',
			type: 'options',
			default: 'open',
			options: [
				{ name: 'All', value: 'all', zh: '全部' },
				{ name: 'Done', value: 'done', zh: '已完成' },
				{ name: 'Open', value: 'open', zh: '未完成' },
			],
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Due After',
					zh: { name: '截止时间起', description: '截止时间不早于；没有截止时间的待办不返回' },
					name: 'dueAfter',
					type: 'dateTime',
					default: '',
					description: 'Due at this time or later; to-dos without a due time are left out',
				},
				{
					displayName: 'Due Before',
					zh: { name: '截止时间止', description: '截止时间不晚于；没有截止时间的待办不返回' },
					name: 'dueBefore',
					type: 'dateTime',
					default: '',
					description: 'Due at this time or earlier; to-dos without a due time are left out',
				},
				roles,
				{
					displayName: 'Type',
					zh: '类型',
					name: 'todoType',
					type: 'options',
					default: 'TODO',
					options: [
						{ name: 'To Do', value: 'TODO', zh: '待办' },
						{ name: 'To Read', value: 'READ', zh: '待阅' },
					],
				},
			],
		},
	],
	list: true,
	plan: ({ person: unionId, status, filters: { dueAfter, dueBefore, roles: wanted, todoType }, limit }) => {
		if (dueAfter !== undefined && dueBefore !== undefined && dueBefore < dueAfter)
			throw new InputError('Due Before', 'is before Due After', '早于“截止时间起”');
		return {
			parts: {
				path: { unionId },
				body: {
					isDone: status === 'all' ? undefined : status === 'done',
					// The outer list means "or", the inner one "and".
					roleTypes: wanted?.map((role) => [role]),
					todoType,
				},
			},
			due: dueAfter === undefined && dueBefore === undefined ? undefined : { dueAfter, dueBefore },
			limit,
		};
	},
	run: async ({ parts, due, limit }, api) => {
		if (!due) return await api.list(TASKS, parts, taskPages, limit);
		const { dueAfter = -Infinity, dueBefore = Infinity } = due;
		const all = await api.list(TASKS, parts, taskPages, Infinity);
		const fitting = all.filter(({ dueTime }) => Number(dueTime) >= dueAfter && Number(dueTime) <= dueBefore);
		return fitting.slice(0, limit === Infinity ? undefined : limit);
	},
});
