import { at } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { knowledgeBase } from '../../locators/knowledgeBase';
import { node } from '../../locators/node';

const NODE = 'GET /v2.0/wiki/nodes/{nodeId}';
const DELETE = 'DELETE /v1.0/doc/workspaces/{workspaceId}/docs/{nodeId}';

export const remove = defineProcedure({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a document or folder',
	description:
		'Delete a document or folder of a knowledge base. Two calls; one where the knowledge base is given. Uploaded files are deleted with the Drive node.',
	zh: {
		name: '删除',
		action: '删除文档或文件夹',
		description: '删除知识库中的文档或文件夹。两次调用，指定知识库时一次；上传的文件请用钉盘节点删除',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-team-space-documents',
	permission: 'Document.WorkspaceDocument.Write',
	routes: [DELETE, NODE],
	fields: [
		node,
		{
			...knowledgeBase,
			under: 'options',
			zh: { name: '知识库', description: '节点所在的知识库；填写可少一次调用' },
			description: 'Where the node is; given, it saves a call',
		},
		operator,
	],
	run: async ({ node: nodeId, knowledgeBase: given, operator: operatorId }, api) => {
		const query = { operatorId };
		const workspaceId =
			given ?? String(at(await api.call(NODE, { path: { nodeId }, query }), 'node.workspaceId') ?? '');
		await api.call(DELETE, { path: { workspaceId, nodeId }, query });
		return { success: true, nodeId };
	},
});
