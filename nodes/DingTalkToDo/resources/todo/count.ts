import { defineOperation, InputError } from '../../../runtime/operation';
import { owner } from './fields';
import { roles } from './roles';

export const count = defineOperation({
	name: 'Count',
	value: 'count',
	action: 'Count the to-dos of a person',
	description:
		'Count the to-dos of a person. One call. The route is known from the official SDK only: its permission is not documented.',
	zh: {
		name: '查询数量',
		action: '查询待办数量',
		description: '查询员工的待办数量。一次调用；此接口仅见于官方 SDK，所需权限未公开',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users',
	route: 'POST /v1.0/todo/users/{unionId}/tasks/count',
	fields: [
		owner,
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Done',
					zh: { name: '已完成', description: '是否只统计已完成的；关闭则只统计未完成的' },
					name: 'isDone',
					type: 'boolean',
					default: false,
					description: 'Whether to count the finished ones, else the open ones',
				},
				{
					displayName: 'Due After',
					zh: { name: '截止时间起', description: '截止时间不早于' },
					name: 'dueAfter',
					type: 'dateTime',
					default: '',
					description: 'Due at this time or later',
				},
				{
					displayName: 'Due Before',
					zh: { name: '截止时间止', description: '截止时间不晚于' },
					name: 'dueBefore',
					type: 'dateTime',
					default: '',
					description: 'Due at this time or earlier',
				},
				{
					displayName: 'In the Recycle Bin',
					zh: { name: '在回收站中', description: '是否统计回收站中的待办' },
					name: 'isRecycled',
					type: 'boolean',
					default: true,
					description: 'Whether to count those in the recycle bin',
				},
				roles,
			],
		},
	],
	request: ({ person: unionId, filters: { dueAfter, dueBefore, roles: wanted, ...flags } }) => {
		if (dueAfter !== undefined && dueBefore !== undefined && dueBefore < dueAfter)
			throw new InputError('Due Before', 'is before Due After', '早于“截止时间起”');
		return {
			path: { unionId },
			body: {
				...flags,
				fromDueTime: dueAfter,
				toDueTime: dueBefore,
				// The outer list means "or", the inner one "and".
				roleTypes: wanted?.map((role) => [role]),
			},
		};
	},
	output: ({ result }) => ({ count: result }),
	safe: true,
});
