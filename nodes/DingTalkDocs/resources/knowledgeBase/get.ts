import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { withPermissionRole } from '../../fields/role';
import { MINE, WORKSPACE, myDocuments } from '../../flows/mine';
import { knowledgeBase } from '../../locators/knowledgeBase';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a knowledge base',
	description: "Get a knowledge base, or the operator's own documents. One call.",
	zh: { name: '获取', action: '获取知识库', description: '获取知识库，或操作人的“我的文档”。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/obtain-the-knowledge-base',
	permission: 'Wiki.Workspace.Read',
	routes: [WORKSPACE, MINE],
	fields: [
		knowledgeBase,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [withPermissionRole],
		},
		operator,
	],
	run: async ({ knowledgeBase: workspaceId, additionalFields, operator: operatorId }, api) => {
		if (workspaceId === undefined) return await myDocuments(api, operatorId);
		const { workspace } = await api.call(WORKSPACE, {
			path: { workspaceId },
			query: { operatorId, ...additionalFields },
		});
		return isObject(workspace) ? workspace : {};
	},
});
