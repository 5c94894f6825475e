import { InputError, defineProcedure } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { addressOf } from '../../flows/address';
import { SHEET, pathOf, usedOf } from '../../flows/read';
import { range } from './fields';

const ROUTES = {
	values: 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}/clearData',
	everything: 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/ranges/{rangeAddress}/clear',
} as const;

export const clear = defineProcedure({
	name: 'Clear',
	value: 'clear',
	action: 'Clear a range',
	description: 'Empty a range or a whole sheet. One call; two for a whole sheet.',
	zh: { name: '清除', action: '清除单元格区域', description: '清除区域或整个工作表的内容。一次调用；整个工作表为两次' },
	docs: 'https://open.dingtalk.com/document/development/clear-cell-data',
	permission: 'Document.Workbook.Write',
	routes: [ROUTES.values, ROUTES.everything, SHEET],
	fields: [
		...place,
		{
			displayName: 'Area',
			zh: '范围',
			name: 'area',
			type: 'options',
			default: 'range',
			options: [
				{ name: 'Range', value: 'range', zh: '区域' },
				{ name: 'Whole Sheet', value: 'sheet', zh: '整个工作表' },
			],
		},
		{ ...range, displayOptions: { show: { area: ['range'] } } },
		{
			displayName: 'Keep Header',
			zh: { name: '保留表头', description: '是否保留第 1 行' },
			name: 'keepHeader',
			type: 'boolean',
			default: true,
			displayOptions: { show: { area: ['sheet'] } },
			description: 'Whether to leave the first row as it is',
		},
		{
			displayName: 'What',
			zh: '清除内容',
			name: 'what',
			type: 'options',
			default: 'values',
			options: [
				{ name: 'Values', value: 'values', description: 'Formats stay', zh: '值：保留格式' },
				{ name: 'Values and Formats', value: 'everything', zh: '值和格式' },
			],
		},
	],
	plan: ({ area, range: address, ...rest }) => {
		if (area === 'range' && address === undefined) throw new InputError('Range', 'is empty', '为空');
		return { ...rest, address: area === 'range' ? address : undefined };
	},
	run: async ({ address, keepHeader, what, ...where }, api) => {
		const top = keepHeader ? 1 : 0;
		let rangeAddress = address;
		if (rangeAddress === undefined) {
			const { lastRow, lastColumn } = await usedOf(api, where);
			if (lastRow < top) return { a1Notation: '' };
			rangeAddress = addressOf({ top, bottom: lastRow, left: 0, right: Math.max(0, lastColumn) });
		}
		const call = { path: { ...pathOf(where), rangeAddress }, query: { operatorId: where.operator } };
		return await api.call(ROUTES[what], call, { safe: true });
	},
});
