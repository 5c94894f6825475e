import { defineOperation } from '../../../runtime/operation';
import { owner } from './fields';

export const getBySourceId = defineOperation({
	name: 'Get by Source ID',
	value: 'getBySourceId',
	action: 'Get a to-do by its source ID',
	description:
		'Get the to-do of a thing in your own system. One call. The route is known from the official SDK only: its permission is not documented.',
	zh: {
		name: '按业务 ID 获取',
		action: '按业务 ID 查询待办',
		description: '按自有系统中的业务 ID 查询待办。一次调用；此接口仅见于官方 SDK，所需权限未公开',
	},
	docs: 'https://open.dingtalk.com/document/development/add-dingtalk-to-do-task',
	route: 'GET /v1.0/todo/users/{unionId}/tasks/sources/{sourceId}',
	fields: [
		{
			displayName: 'Source ID',
			zh: { name: '业务 ID', description: '创建待办时填写的业务 ID' },
			name: 'sourceId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'As Create was given it',
		},
		owner,
	],
	request: ({ person: unionId, sourceId }) => ({ path: { unionId, sourceId } }),
});
