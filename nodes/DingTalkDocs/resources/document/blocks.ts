import { defineField } from '../../../runtime/field';

export const BLOCKS = 'GET /v1.0/doc/suites/documents/{docKey}/blocks';

export const blockFilters = defineField({
	displayName: 'Filters',
	zh: { name: '筛选条件', placeholder: '添加条件' },
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{
			displayName: 'Block Type',
			zh: { name: '块类型', description: '如 paragraph、heading、unorderedList、orderedList、table' },
			name: 'blockType',
			type: 'string',
			id: true,
			default: '',
			placeholder: 'e.g. paragraph',
			description: 'Such as paragraph, heading, unorderedList, orderedList, table',
		},
		{
			displayName: 'End Index',
			zh: { name: '结束位置', description: '读到第几个块，从 0 开始' },
			name: 'endIndex',
			type: 'number',
			default: 10,
			typeOptions: { minValue: 0, numberPrecision: 0 },
			description: 'The last block, counted from 0',
		},
		{
			displayName: 'Start Index',
			zh: { name: '起始位置', description: '从第几个块开始，从 0 开始' },
			name: 'startIndex',
			type: 'number',
			default: 0,
			typeOptions: { minValue: 0, numberPrecision: 0 },
			description: 'The first block, counted from 0',
		},
	],
});

export const blockId = defineField({
	displayName: 'Block ID',
	zh: { name: '块 ID', description: '“获取多个块元素”返回的 id' },
	name: 'blockId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	description: 'The ID that Get Many Blocks returns',
});
