import { defineOperation } from '../../../runtime/operation';
import { taskId } from '../../locators/task';
import { owner } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a to-do',
	description: 'Remove a to-do from all lists',
	zh: { name: '删除', action: '删除待办', description: '从所有列表中删除待办' },
	docs: 'https://open.dingtalk.com/document/development/delete-dingtalk-to-do-tasks',
	permission: 'Todo.Todo.Write',
	route: 'DELETE /v1.0/todo/users/{unionId}/tasks/{taskId}',
	fields: [taskId, owner],
	request: ({ person, taskId: id }) => ({ path: { unionId: person, taskId: id }, query: { operatorId: person } }),
});
