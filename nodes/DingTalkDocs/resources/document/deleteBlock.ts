import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { document } from '../../locators/document';
import { blockId } from './blocks';

export const deleteBlock = defineOperation({
	name: 'Delete Block',
	value: 'deleteBlock',
	action: 'Delete a block of a document',
	description: 'Delete a block by its ID. One call. The indexes of later blocks move.',
	zh: { name: '删除块元素', action: '删除文档的块元素', description: '按 ID 删除块元素。一次调用；其后的块位置会变化' },
	docs: 'https://open.dingtalk.com/document/development/api-docdeleteblock',
	permission: 'Storage.File.Write',
	route: 'DELETE /v1.0/doc/suites/documents/{docKey}/blocks/{blockId}',
	fields: [document, blockId, operator],
	request: ({ document: docKey, blockId: id, operator: operatorId }) => ({
		path: { docKey, blockId: id },
		query: { operatorId },
	}),
	output: (_, { blockId: id }) => ({ success: true, blockId: id }),
});
