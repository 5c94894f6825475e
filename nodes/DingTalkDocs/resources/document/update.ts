import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { MOST_CHARACTERS } from '../../flows/parts';
import { document } from '../../locators/document';
import { OVERWRITE, markdown } from './content';

export const update = defineOperation({
	name: 'Overwrite Content',
	value: 'update',
	action: 'Overwrite the content of a document',
	description: 'Replace all that is in a document by markdown. One call. The API has no way back.',
	zh: {
		name: '覆写内容',
		action: '覆写文档内容',
		description: '用 Markdown 替换文档的全部内容。一次调用；接口不提供撤销',
	},
	docs: 'https://open.dingtalk.com/document/development/api-doc-updatecontent',
	permission: 'Storage.File.Write',
	route: OVERWRITE,
	safe: true,
	fields: [document, { ...markdown, maxLength: MOST_CHARACTERS }, operator],
	inTurn: ({ document: node }) => [node],
	request: ({ document: docKey, content, operator: operatorId }) => ({
		path: { docKey },
		query: { operatorId },
		body: { content, dataType: 'markdown' },
	}),
	output: (_, { document: nodeId }) => ({ success: true, nodeId }),
});
