import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { taskId } from '../../locators/task';
import { refuseNoChange } from '../../../shared/changes';
import { contentFields, owner } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a to-do',
	description:
		'Change the subject, time, people or state of a to-do. One call. Executors, participants and custom fields replace the ones there were.',
	zh: {
		name: '更新',
		action: '更新待办',
		description: '修改待办的标题、时间、人员或状态。一次调用；执行人、参与人和自定义字段会整体替换',
	},
	docs: 'https://open.dingtalk.com/document/development/updates-dingtalk-to-do-tasks',
	permission: 'Todo.Todo.Write',
	route: 'PUT /v1.0/todo/users/{unionId}/tasks/{taskId}',
	safe: true,
	fields: [
		taskId,
		owner,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				contentFields,
				{
					displayName: 'Description',
					zh: { name: '备注', description: '最多 4096 个字符' },
					name: 'description',
					type: 'string',
					default: '',
					typeOptions: { rows: 4 },
					maxLength: 4096,
					description: 'Remark, at most 4,096 characters',
				},
				{
					displayName: 'Done',
					zh: { name: '已完成', description: '待办是否已完成' },
					name: 'done',
					type: 'boolean',
					default: true,
					description: 'Whether the to-do is finished',
				},
				{
					displayName: 'Due Time',
					zh: '截止时间',
					name: 'dueTime',
					type: 'dateTime',
					default: '',
					description: 'Until when it should be done',
				},
				{
					displayName: 'Executors',
					zh: { name: '执行人', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'executors',
					type: 'resourceLocator',
					person: 'unionId',
					many: true,
					maxItems: 1000,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who has to do it: one person, or several IDs separated by commas',
				},
				{
					displayName: 'Participants',
					zh: { name: '参与人', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'participants',
					type: 'resourceLocator',
					person: 'unionId',
					many: true,
					maxItems: 1000,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who may follow it: one person, or several IDs separated by commas',
				},
				{
					displayName: 'Subject',
					zh: { name: '标题', description: '最多 1024 个字符' },
					name: 'subject',
					type: 'string',
					default: '',
					maxLength: 1024,
					description: 'Title of the to-do, at most 1,024 characters',
				},
			],
		},
	],
	request: ({ person, taskId: id, updateFields: { executors, participants, contentFields: lines, ...rest } }) => {
		const body = {
			...rest,
			executorIds: executors,
			participantIds: participants,
			contentFieldList: lines?.field,
		};
		refuseNoChange(body);
		return { path: { unionId: person, taskId: id }, query: { operatorId: person }, body };
	},
});
