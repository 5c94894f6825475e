import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a knowledge base',
	description: 'Create a knowledge base; the operator becomes its creator. One call. Running it twice makes two.',
	zh: {
		name: '新建',
		action: '新建知识库',
		description: '新建知识库，操作人为创建者。一次调用；重复运行会重复创建',
	},
	docs: 'https://open.dingtalk.com/document/development/new-knowledge-base',
	permission: 'Wiki.Workspace.Write',
	route: 'POST /v2.0/wiki/workspaces',
	fields: [
		{ displayName: 'Name', zh: '名称', name: 'name', type: 'string', required: true, default: '' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'Description', zh: '描述', name: 'description', type: 'string', default: '' },
				{
					displayName: 'Team ID',
					zh: { name: '团队 ID', description: '知识库所属的团队' },
					name: 'teamId',
					type: 'string',
					id: true,
					default: '',
					description: 'The team that it belongs to',
				},
			],
		},
		operator,
	],
	request: ({ name, additionalFields: option, operator: operatorId }) => ({
		query: { operatorId },
		body: { name, option: Object.values(option).some((value) => value !== undefined) ? option : undefined },
	}),
	output: ({ workspace }) => (isObject(workspace) ? workspace : {}),
});
