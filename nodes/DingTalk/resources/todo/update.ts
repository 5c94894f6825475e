import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../fields/person';
import { owner, taskId } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a to-do',
	description: 'Change the subject, time, people or state of a to-do',
	docs: 'https://open.dingtalk.com/document/development/updates-dingtalk-to-do-tasks',
	permission: 'Todo.Todo.Write',
	route: 'PUT /v1.0/todo/users/{unionId}/tasks/{taskId}',
	safe: true,
	fields: [
		owner,
		taskId,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Description', name: 'description', type: 'string', default: '', typeOptions: { rows: 4 }, maxLength: 4096, description: 'Remark, at most 4,096 characters' },
				{ displayName: 'Done', name: 'done', type: 'boolean', default: true, description: 'Whether the to-do is finished' },
				{ displayName: 'Due Time', name: 'dueTime', type: 'dateTime', default: '', description: 'Until when it should be done' },
				{ displayName: 'Executors', name: 'executors', type: 'resourceLocator', person: 'unionId', many: true, maxItems: 1000, default: { mode: 'list', value: '' }, modes: personModes, description: 'Who has to do it: one person, or several IDs separated by commas' },
				{ displayName: 'Participants', name: 'participants', type: 'resourceLocator', person: 'unionId', many: true, maxItems: 1000, default: { mode: 'list', value: '' }, modes: personModes, description: 'Who may follow it: one person, or several IDs separated by commas' },
				{ displayName: 'Subject', name: 'subject', type: 'string', default: '', maxLength: 1024, description: 'Title of the to-do, at most 1,024 characters' },
			],
		},
	],
	request: ({ person, taskId: id, updateFields: { executors, participants, ...rest } }) => ({
		path: { unionId: person, taskId: id },
		query: { operatorId: person },
		body: { ...rest, executorIds: executors, participantIds: participants },
	}),
});
