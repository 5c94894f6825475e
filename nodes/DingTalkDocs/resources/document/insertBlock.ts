import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { document } from '../../locators/document';
import { checkedElement, newElement } from './element';

export const insertBlock = defineOperation({
	name: 'Insert Block',
	value: 'insertBlock',
	action: 'Insert a block into a document',
	description:
		'Insert a block at a place of a document, or at its end. One call. Items of one document are done one after the other, in their order: an index counts the blocks of the items before. Running it twice inserts twice.',
	zh: {
		name: '插入块元素',
		action: '在文档中插入块元素',
		description:
			'在文档的指定位置或末尾插入一个块元素。一次调用。同一文档的多个数据项按顺序依次插入，位置序号计入前面各项插入的块；重复运行会重复插入',
	},
	docs: 'https://open.dingtalk.com/document/development/api-docinsertblocks',
	permission: 'Storage.File.Write',
	route: 'POST /v1.0/doc/suites/documents/{docKey}/blocks',
	fields: [
		document,
		...newElement,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'After or Before',
					zh: { name: '之后或之前', description: '插入到目标块之后还是之前' },
					name: 'where',
					type: 'options',
					default: 'after',
					options: [
						{ name: 'After', value: 'after', zh: '之后' },
						{ name: 'Before', value: 'before', zh: '之前' },
					],
					description: 'On which side of the block at this place',
				},
				{
					displayName: 'At Block ID',
					zh: { name: '目标块 ID', description: '以此块为目标位置；优先于目标位置序号' },
					name: 'blockId',
					type: 'string',
					id: true,
					default: '',
					description: 'The place is at this block; it counts before the index',
				},
				{
					displayName: 'At Index',
					zh: { name: '目标位置', description: '以第几个一级块为目标位置，从 0 开始；都留空则为文档末尾' },
					name: 'index',
					type: 'number',
					default: 0,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'The place is at this top-level block, counted from 0; without both it is the end',
				},
			],
		},
		operator,
	],
	inTurn: ({ document: node }) => [node],
	request: ({ document: docKey, blockType, text, element, additionalFields, operator: operatorId }) => ({
		path: { docKey },
		query: { operatorId },
		body: {
			element: blockType === 'paragraph' ? { blockType, paragraph: { text } } : checkedElement(element),
			...additionalFields,
		},
	}),
	output: ({ result }) => (isObject(result) && isObject(result.data) ? result.data : { success: true }),
});
