import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../fields/person';
import { owner } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a to-do',
	description: "Create a to-do in people's lists",
	docs: 'https://open.dingtalk.com/document/development/add-dingtalk-to-do-task',
	permission: 'Todo.Todo.Write',
	route: 'POST /v1.0/todo/users/{unionId}/tasks',
	fields: [
		owner,
		{ displayName: 'Subject', name: 'subject', type: 'string', required: true, default: '', maxLength: 1024, description: 'Title of the to-do, at most 1,024 characters' },
		{ displayName: 'Executors', name: 'executors', type: 'resourceLocator', person: 'unionId', many: true, default: { mode: 'list', value: '' }, modes: personModes, description: 'Who has to do it: one person, or several IDs separated by commas. Empty: the person above.' },
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Description', name: 'description', type: 'string', default: '', typeOptions: { rows: 4 }, maxLength: 4096, description: 'Remark, at most 4,096 characters' },
				{ displayName: 'Detail URL (Desktop)', name: 'pcUrl', type: 'string', default: '', description: 'Page that opens on the desktop when the to-do is clicked' },
				{ displayName: 'Detail URL (Mobile)', name: 'appUrl', type: 'string', default: '', description: 'Page that opens on the phone when the to-do is tapped' },
				{ displayName: 'Due Time', name: 'dueTime', type: 'dateTime', default: '', description: 'Until when it should be done' },
				{ displayName: 'Notify by Pop-Up', name: 'dingNotify', type: 'boolean', default: true, description: 'Whether DingTalk shows a pop-up notification' },
				{ displayName: 'Only in the Executors\' Lists', name: 'isOnlyShowExecutor', type: 'boolean', default: false, description: 'Whether only executors see the to-do in their lists' },
				{ displayName: 'Participants', name: 'participants', type: 'resourceLocator', person: 'unionId', many: true, default: { mode: 'list', value: '' }, modes: personModes, description: 'Who may follow it: one person, or several IDs separated by commas' },
				{
					displayName: 'Priority',
					name: 'priority',
					type: 'options',
					default: 20,
					options: [
						{ name: 'Low', value: 10 },
						{ name: 'Normal', value: 20 },
						{ name: 'High', value: 30 },
						{ name: 'Urgent', value: 40 },
					],
				},
				{ displayName: 'Reminder Time', name: 'reminderTimeStamp', type: 'dateTime', default: '', description: 'When to remind the executors' },
				{ displayName: 'Source ID', name: 'sourceId', type: 'string', default: '', description: 'ID of the thing in your own system. DingTalk refuses a second to-do with the same one, so it makes creating safe to repeat.' },
			],
		},
	],
	request: ({ person, subject, executors, additionalFields: { participants, appUrl, pcUrl, dingNotify, ...rest } }) => ({
		path: { unionId: person },
		query: { operatorId: person },
		body: {
			subject,
			creatorId: person,
			executorIds: executors.length > 0 ? executors : [person],
			participantIds: participants,
			detailUrl: appUrl ?? pcUrl ? { appUrl: appUrl ?? pcUrl, pcUrl: pcUrl ?? appUrl } : undefined,
			notifyConfigs: dingNotify === undefined ? undefined : { dingNotify: dingNotify ? '1' : '0' },
			...rest,
		},
	}),
});
