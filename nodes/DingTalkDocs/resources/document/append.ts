import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { document } from '../../locators/document';
import { APPEND, markdown } from './content';

export const append = defineOperation({
	name: 'Append Content',
	value: 'append',
	action: 'Append markdown to a document',
	description:
		'Add markdown to the end of a document. One call. Items of one document are added one after the other, in their order. Running it twice adds it twice.',
	zh: {
		name: '追加内容',
		action: '追加文档内容',
		description: '将 Markdown 追加到文档末尾。一次调用。同一文档的多个数据项按顺序依次追加；重复运行会重复追加',
	},
	docs: 'https://open.dingtalk.com/document/development/api-insertcontent',
	permission: 'Storage.File.Write',
	route: APPEND,
	fields: [
		document,
		markdown,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Index',
					zh: { name: '位置', description: '插入位置；留空为文档末尾。接口文档仅说明“插入位置”' },
					name: 'index',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'Where it goes, if not to the end; the page says no more than "position"',
				},
				{
					displayName: 'Path',
					zh: { name: '路径', description: '插入位置的路径，整数列表，用逗号分隔' },
					name: 'path',
					type: 'string',
					list: 'number',
					default: '',
					description: 'Path of the place, whole numbers separated by commas',
				},
			],
		},
		operator,
	],
	inTurn: ({ document: node }) => [node],
	request: ({ document: documentId, content, additionalFields, operator: operatorId }) => ({
		path: { documentId },
		query: { operatorId },
		body: { content: { type: 'markdown', content }, ...additionalFields },
	}),
	output: (_, { document: nodeId }) => ({ success: true, nodeId }),
});
