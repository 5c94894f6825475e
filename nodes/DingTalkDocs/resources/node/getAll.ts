import { defineProcedure } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { withPermissionRole } from '../../fields/role';
import { MINE, WORKSPACE, workspaceOf } from '../../flows/mine';
import { folder } from '../../locators/folder';
import { knowledgeBase } from '../../locators/knowledgeBase';
import { LIST, nodesBelow } from './walk';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the nodes in a knowledge base folder',
	description:
		'Get what is in a folder, or in the whole tree below it. One call per 50, per folder when the tree is walked; one more to find the root. nodeId is the ID that the nodes of documents, spreadsheets (axls), AI tables (able) take.',
	zh: {
		name: '获取多个',
		action: '获取节点列表',
		description:
			'获取知识库文件夹中的节点，或其下整个目录树。每 50 个一次调用，遍历时每个文件夹一次；查找根目录多一次。nodeId 可直接用于文档、表格（axls）、AI 表格（able）节点',
	},
	docs: 'https://open.dingtalk.com/document/development/get-node-list',
	permission: 'Wiki.Node.Read',
	routes: [LIST, WORKSPACE, MINE],
	list: true,
	fields: [
		knowledgeBase,
		folder,
		{
			displayName: 'Include Subfolders',
			zh: { name: '包含子文件夹', description: '是否遍历其下的所有文件夹，每个文件夹一次调用' },
			name: 'recursive',
			type: 'boolean',
			default: false,
			description: 'Whether to walk through all folders below; one call for each',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Category',
					zh: '类别',
					name: 'category',
					type: 'options',
					default: 'ALIDOC',
					options: [
						{ name: 'Archive', value: 'ARCHIVE', zh: '压缩包' },
						{ name: 'Audio', value: 'AUDIO', zh: '音频' },
						{ name: 'Document File', value: 'DOCUMENT', zh: '文档文件' },
						{ name: 'Image', value: 'IMAGE', zh: '图片' },
						{ name: 'Online Document', value: 'ALIDOC', zh: '在线文档' },
						{ name: 'Other', value: 'OTHER', zh: '其他' },
						{ name: 'Video', value: 'VIDEO', zh: '视频' },
					],
				},
				{
					displayName: 'Extension',
					zh: { name: '扩展名', description: '如 adoc（文字文档）、axls（表格）、able（AI 表格）、pdf' },
					name: 'extension',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. adoc',
					description: 'Such as adoc (document), axls (spreadsheet), able (AI table), pdf',
				},
				{
					displayName: 'Permission Role',
					zh: { name: '权限角色', description: '是否同时返回操作人的权限角色' },
					name: withPermissionRole.name,
					type: 'boolean',
					default: true,
					description: 'Whether to return the role that the operator has',
				},
				{
					displayName: 'Type',
					zh: '类型',
					name: 'type',
					type: 'options',
					default: 'FILE',
					options: [
						{ name: 'File or Document', value: 'FILE', zh: '文件或文档' },
						{ name: 'Folder', value: 'FOLDER', zh: '文件夹' },
					],
				},
			],
		},
		operator,
	],
	run: async ({ knowledgeBase: workspaceId, folder: given, recursive, filters, operator: operatorId, limit }, api) => {
		const { withPermissionRole: role, ...wanted } = filters;
		const parent = given ?? String((await workspaceOf(api, workspaceId, operatorId)).rootNodeId);
		const conditions = Object.entries(wanted).filter(([, value]) => value !== undefined);
		return await nodesBelow(api, {
			parent,
			operator: operatorId,
			recursive,
			withPermissionRole: role,
			limit,
			keeps: (node) => conditions.every(([name, value]) => node[name] === value),
		});
	},
	simplify: (node) =>
		pick(node, [
			'nodeId',
			'name',
			'path',
			'type',
			'category',
			'extension',
			'url',
			'size',
			'hasChildren',
			'workspaceId',
			'creatorId',
			'modifiedTime',
			'permissionRole',
		]),
});
