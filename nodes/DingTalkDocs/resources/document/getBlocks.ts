import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { document } from '../../locators/document';
import { BLOCKS, blockFilters } from './blocks';

export const getBlocks = defineOperation({
	name: 'Get Many Blocks',
	value: 'getBlocks',
	action: 'Get the blocks of a document',
	description: 'Get the top-level blocks of a document with their IDs. One call.',
	zh: { name: '获取多个块元素', action: '获取文档的块元素', description: '获取文档的一级块元素及其 ID。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-docblocksquery',
	permission: 'Storage.File.Read',
	route: BLOCKS,
	fields: [document, blockFilters, operator],
	request: ({ document: docKey, filters, operator: operatorId }) => ({
		path: { docKey },
		query: { operatorId, ...filters },
	}),
	paging: { style: 'whole', entries: 'result.data' },
});
