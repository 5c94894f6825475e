import { defineOperation } from '../../../runtime/operation';
import { taskId } from '../../locators/task';
import { owner } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a to-do',
	description:
		'Get one to-do. One call. The route is known from the official SDK only: its permission is not documented.',
	zh: { name: '获取', action: '查询待办', description: '查询一条待办。一次调用；此接口仅见于官方 SDK，所需权限未公开' },
	docs: 'https://open.dingtalk.com/document/development/add-dingtalk-to-do-task',
	route: 'GET /v1.0/todo/users/{unionId}/tasks/{taskId}',
	fields: [taskId, owner],
	request: ({ person: unionId, taskId: id }) => ({ path: { unionId, taskId: id } }),
});
