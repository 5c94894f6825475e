import { defineOperation } from '../../../runtime/operation';
import { namePattern } from '../../../shared/dentry';
import { operator } from '../../../shared/operator';
import { nodePlace } from '../../flows/target';
import { node } from '../../locators/node';

export const update = defineOperation({
	name: 'Rename',
	value: 'update',
	action: 'Rename a document or folder',
	description:
		'Rename a document, file or folder. Two calls. Online documents have an extension in their name (.adoc, .axls, .able): keep it; whether it may be left out is not documented.',
	zh: {
		name: '重命名',
		action: '重命名文档或文件夹',
		description:
			'重命名文档、文件或文件夹。两次调用；在线文档的名称带扩展名（.adoc、.axls、.able），请保留；能否省略文档未说明',
	},
	docs: 'https://open.dingtalk.com/document/development/rename-a-file-or-folder',
	permission: 'Storage.File.Write',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/rename',
	safe: true,
	fields: [
		node,
		{
			displayName: 'New Name',
			zh: '新名称',
			name: 'newName',
			type: 'string',
			required: true,
			default: '',
			pattern: namePattern,
		},
		operator,
	],
	prepare: async ({ node: id, operator: operatorId }, api) => await nodePlace(api, id, operatorId),
	request: ({ newName, operator: unionId }, { found }) => ({
		path: { ...found },
		query: { unionId },
		body: { newName },
	}),
	output: ({ dentry }) => Object.assign({}, dentry),
});
