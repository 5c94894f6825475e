import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { taskId, taskIn } from './fields';

export const addLink = defineOperation({
	name: 'Add Link',
	value: 'addLink',
	action: 'Link something to a project task',
	description: 'Put a link on a task, to a ticket for example. One call. A second one adds it again.',
	zh: {
		name: '添加关联内容',
		action: '为项目任务添加关联内容',
		description: '为任务添加链接，例如工单或本工作流。一次调用；重复调用会再添加一条',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-linked-object-associated-with-a-task',
	permission: 'Project.Task.Write.All',
	route: 'POST /v1.0/project/users/{userId}/tasks/{taskId}/objectLinks',
	fields: [
		taskId,
		{ displayName: 'Title', zh: '标题', name: 'title', type: 'string', required: true, default: '' },
		{
			displayName: 'URL',
			zh: '链接',
			name: 'url',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. https://example.com/tickets/1',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Description',
					zh: '描述',
					name: 'content',
					type: 'string',
					typeOptions: { rows: 2 },
					default: '',
				},
				{
					displayName: 'Picture URL',
					zh: { name: '图片链接', description: '显示在链接旁的图片' },
					name: 'thumbnailUrl',
					type: 'string',
					id: true,
					default: '',
					description: 'A picture beside the link',
				},
			],
		},
		operatorUserId,
	],
	request: ({ taskId: given, title, url, additionalFields, operator: userId }) => ({
		path: { userId, taskId: taskIn(given) },
		body: { linkedData: { title, url, ...additionalFields } },
	}),
});
