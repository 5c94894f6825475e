import { defineOperation } from '../../../runtime/operation';
import { owner } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many to-dos',
	description: "Get a person's to-dos. One call per page. Finished ones only of the last 180 days.",
	docs: 'https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users',
	permission: 'Todo.Todo.Read',
	route: 'POST /v1.0/todo/users/{unionId}/org/tasks/query',
	fields: [
		owner,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 'open',
			options: [
				{ name: 'All', value: 'all' },
				{ name: 'Done', value: 'done' },
				{ name: 'Open', value: 'open' },
			],
		},
		{
			displayName: 'Filters',
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Role',
					name: 'roles',
					type: 'multiOptions',
					default: [],
					options: [
						{ name: 'Creator', value: 'creator' },
						{ name: 'Executor', value: 'executor' },
						{ name: 'Participant', value: 'participant' },
					],
					description: 'To-dos in which the person has any of these roles',
				},
				{
					displayName: 'Type',
					name: 'todoType',
					type: 'options',
					default: 'TODO',
					options: [
						{ name: 'To Do', value: 'TODO' },
						{ name: 'To Read', value: 'READ' },
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
