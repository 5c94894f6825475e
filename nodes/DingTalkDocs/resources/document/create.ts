import { InputError, defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { MINE, myDocuments } from '../../flows/mine';
import { partsOf } from '../../flows/parts';
import { folder } from '../../locators/folder';
import { knowledgeBase } from '../../locators/knowledgeBase';
import { APPEND, OVERWRITE, markdown } from './content';

const CREATE = 'POST /v1.0/doc/workspaces/{workspaceId}/docs';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a document or spreadsheet',
	description:
		'Create a document, spreadsheet, mind map or folder. One call; one more in My Documents, one more with content and one per further 50,000 characters of it. Running it twice makes two. Go on with the nodeId that comes back.',
	zh: {
		name: '创建',
		action: '创建文档或表格',
		description:
			'创建文字文档、表格、脑图或文件夹。一次调用；在“我的文档”中创建、填写内容时各多一次，内容每超过 50000 字符再多一次。重复运行会重复创建；后续操作请使用返回的 nodeId',
	},
	docs: 'https://open.dingtalk.com/document/development/create-team-space-document',
	permission: 'Document.WorkspaceDocument.Write',
	routes: [CREATE, OVERWRITE, APPEND, MINE],
	fields: [
		knowledgeBase,
		folder,
		{ displayName: 'Name', zh: '名称', name: 'name', type: 'string', required: true, default: '' },
		{
			displayName: 'Type',
			zh: '类型',
			name: 'docType',
			type: 'options',
			default: 'DOC',
			options: [
				{ name: 'Document', value: 'DOC', zh: '文字文档' },
				{ name: 'Folder', value: 'FOLDER', zh: '文件夹' },
				{ name: 'Mind Map', value: 'MIND', zh: '脑图' },
				{ name: 'Spreadsheet', value: 'WORKBOOK', zh: '表格' },
			],
		},
		{ ...markdown, required: false, displayOptions: { show: { docType: ['DOC'] } } },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Template ID',
					zh: { name: '模板 ID', description: '以此模板创建' },
					name: 'templateId',
					type: 'string',
					id: true,
					default: '',
					description: 'Made from this template',
				},
				{
					displayName: 'Template Type',
					zh: '模板类型',
					name: 'templateType',
					type: 'options',
					default: 'team_template',
					options: [
						{ name: 'Personal Template', value: 'user_template', zh: '个人模板' },
						{ name: 'Recommended Template', value: 'public_template', zh: '推荐模板' },
						{ name: 'Team Template', value: 'team_template', zh: '团队模板' },
					],
				},
			],
		},
		operator,
	],
	plan: (values) => {
		const { templateId, templateType } = values.additionalFields;
		if (templateType !== undefined && templateId === undefined)
			throw new InputError('Template ID', 'is empty, but a template type is chosen', '为空，但已选择模板类型');
		return values;
	},
	run: async (
		{ knowledgeBase: given, folder: parentNodeId, name, docType, content, additionalFields, operator: operatorId },
		api,
	) => {
		const workspaceId = given ?? String((await myDocuments(api, operatorId)).workspaceId);
		const { nodeId, dentryUuid, ...made } = await api.call(CREATE, {
			path: { workspaceId },
			body: { name, docType, operatorId, parentNodeId, ...additionalFields },
		});
		// The nodeId of this answer is another one than the node's; later calls want the UUID.
		const id = String(dentryUuid ?? nodeId);
		const [first, ...rest] = content === undefined ? [] : partsOf(content);
		const query = { operatorId };
		if (first !== undefined)
			await api.call(
				OVERWRITE,
				{ path: { docKey: id }, query, body: { content: first, dataType: 'markdown' } },
				{ safe: true },
			);
		for (const part of rest)
			await api.call(APPEND, {
				path: { documentId: id },
				query,
				body: { content: { type: 'markdown', content: part } },
			});
		return { nodeId: id, name, workspaceId, ...made, dentryUuid };
	},
});
