import { defineOperation } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { areaOf, letterOf } from '../../flows/address';
import { pathOf } from '../../flows/read';

export const find = defineOperation({
	name: 'Find',
	value: 'find',
	action: 'Find cells by text',
	description: 'Find the cells that show a text. One call.',
	zh: { name: '查找', action: '按文本查找单元格', description: '查找显示某文本的单元格。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/find-all-matching-cells',
	permission: 'Document.Workbook.Read',
	route: 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/findAll',
	safe: true,
	fields: [
		...place,
		{ displayName: 'Text', zh: '文本', name: 'text', type: 'string', required: true, default: '' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Formula Text',
					zh: { name: '按公式查找', description: '是否按公式原文查找，而不是结果' },
					name: 'matchFormulaText',
					type: 'boolean',
					default: true,
					description: 'Whether to look at the text of formulas in place of their results',
				},
				{
					displayName: 'Include Hidden',
					zh: { name: '包含隐藏', description: '是否包含被隐藏或筛选掉的单元格' },
					name: 'includeHidden',
					type: 'boolean',
					default: true,
					description: 'Whether to look at cells that are hidden or filtered out too',
				},
				{
					displayName: 'Match Case',
					zh: { name: '区分大小写', description: '是否区分大小写' },
					name: 'matchCase',
					type: 'boolean',
					default: true,
					description: 'Whether capital and small letters differ',
				},
				{
					displayName: 'Range',
					zh: { name: '区域', description: '只在此区域查找，如 A1:C10 或 A:A' },
					name: 'scope',
					type: 'string',
					id: true,
					default: '',
					placeholder: 'e.g. A:A',
					description: 'Only there: A1:C10 or A:A',
				},
				{
					displayName: 'Regular Expression',
					zh: { name: '正则表达式', description: '文本是否为正则表达式，如 \\d+' },
					name: 'useRegExp',
					type: 'boolean',
					default: true,
					description: 'Whether the text is a regular expression, such as \\d+',
				},
				{
					displayName: 'Whole Cell',
					zh: { name: '匹配整个单元格', description: '是否要求整个单元格与文本相同' },
					name: 'matchEntireCell',
					type: 'boolean',
					default: true,
					description: 'Whether the whole cell must be the text',
				},
			],
		},
	],
	// One entry per cell: with `unionCells` neighbours would come as one range.
	request: ({ text, additionalFields, ...where }) => ({
		path: pathOf(where),
		query: { operatorId: where.operator, select: 'a1Notation,values' },
		body: { text, findOptions: { ...additionalFields, unionCells: false } },
	}),
	paging: { style: 'whole', entries: 'value' },
	flatten: ({ a1Notation, ...rest }) => {
		const area = areaOf(String(a1Notation));
		return [{ a1Notation, ...(area && { row: area.top + 1, column: letterOf(area.left) }), ...rest }];
	},
});
