import { defineOperation } from '../../../runtime/operation';
import { owner } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many to-dos',
	description: "Get a person's to-dos. One call per page. Finished ones only of the last 180 days.",
	zh: {
		name: '获取多个',
		action: '查询待办列表',
		description: '查询员工的待办。每页一次调用；已完成的仅限最近 180 天',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users',
	permission: 'Todo.Todo.Read',
	route: 'POST /v1.0/todo/users/{unionId}/org/tasks/query',
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
					displayName: 'Role',
					zh: { name: '角色', description: '该员工具有其中任一角色的待办' },
					name: 'roles',
					type: 'multiOptions',
					default: [],
					options: [
						{ name: 'Creator', value: 'creator', zh: '创建人' },
						{ name: 'Executor', value: 'executor', zh: '执行人' },
						{ name: 'Participant', value: 'participant', zh: '参与人' },
					],
					description: 'To-dos in which the person has any of these roles',
				},
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
	request: ({ person, status, filters: { roles, todoType } }) => ({
		path: { unionId: person },
		body: {
			isDone: status === 'all' ? undefined : status === 'done',
			// The outer list means "or", the inner one "and".
			roleTypes: roles?.map((role) => [role]),
			todoType,
		},
	}),
	paging: { style: 'token', cursor: 'nextToken', entries: 'todoCards', next: 'nextToken' },
});
