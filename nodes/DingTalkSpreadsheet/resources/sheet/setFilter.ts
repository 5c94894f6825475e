import { isObject } from '../../../protocol/json';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { addressOf, areaOf } from '../../flows/address';
import { pathOf } from '../../flows/read';
import { rangePattern } from '../range/fields';
import { criteria, criteriaOf } from './filter';

const SHEET = '/v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}';
const GET = `GET ${SHEET}/filter/getFilter` as const;
const CREATE = `POST ${SHEET}/createFilter` as const;
const UPDATE = `POST ${SHEET}/filter/updateFilter` as const;
const DELETE = `POST ${SHEET}/deleteFilter` as const;
const forSet = { show: { mode: ['set'] } };

export const setFilter = defineProcedure({
	name: 'Set Filter',
	value: 'setFilter',
	action: 'Set the filter of a sheet',
	description:
		'Set, read or remove the filter of a sheet. All people see the same one. Two calls to set it, three where its range changes or a column is left out; one to read or remove it. Conditions that are not given here are taken away.',
	zh: {
		name: '设置筛选',
		action: '设置工作表筛选',
		description:
			'设置、读取或移除工作表的全局筛选。设置为两次调用，范围变化或减少列时三次；读取或移除为一次。未填写的列条件会被清除',
	},
	docs: 'https://open.dingtalk.com/document/development/api-createfilter',
	permission: 'Document.Workbook.Write',
	routes: [GET, CREATE, UPDATE, DELETE],
	fields: [
		...place,
		{
			displayName: 'Mode',
			zh: '方式',
			name: 'mode',
			type: 'options',
			default: 'set',
			options: [
				{ name: 'Get', value: 'get', description: 'What is set now', zh: '读取：当前的筛选' },
				{ name: 'Remove', value: 'remove', description: 'All rows are seen again', zh: '移除：恢复显示全部行' },
				{ name: 'Set', value: 'set', zh: '设置' },
			],
		},
		{
			displayName: 'Range',
			zh: { name: '区域', description: 'A1 表示法，如 A1:D10；第一行为标题行，不参与筛选' },
			name: 'range',
			type: 'string',
			id: true,
			required: true,
			default: '',
			pattern: rangePattern,
			placeholder: 'e.g. A1:D10',
			displayOptions: forSet,
			description: 'In A1 notation; its first row has the names and is not filtered',
		},
		{ ...criteria, displayOptions: forSet },
	],
	inTurn: ({ workbook, sheet }) => [workbook, sheet],
	plan: ({ mode, range, criteria: given, ...where }) => {
		if (mode !== 'set') return { ...where, mode, range: '', wanted: {} };
		const area = areaOf(range ?? '');
		if (!area) throw new InputError('Range', 'must be cells in A1 notation', '应为 A1 表示法的单元格区域');
		return { ...where, mode, range: addressOf(area), wanted: criteriaOf(given?.criterion ?? [], area) };
	},
	run: async ({ mode, range, wanted, ...where }, api) => {
		const call = { path: pathOf(where), query: { operatorId: where.operator } };
		if (mode === 'get') return await api.call(GET, call);
		if (mode === 'remove') return { success: true, ...(await api.call(DELETE, call)) };
		const now = await api.call(GET, call);
		const area = typeof now.range === 'string' ? areaOf(now.range) : undefined;
		const former = Object.keys(isObject(now.criteria) ? now.criteria : {});
		// An update keeps the columns that it does not name: where one is to go, the filter is made anew.
		if (area && addressOf(area) === range && former.every((key) => key in wanted)) {
			const changes = Object.keys(wanted).length > 0;
			const update = { ...call, body: { criteria: wanted } };
			const answer = changes ? await api.call(UPDATE, update, { safe: true }) : {};
			return { id: now.id, range, criteria: wanted, ...answer };
		}
		if (area) await api.call(DELETE, call, { safe: true });
		const body = { range, criteria: wanted };
		return { ...(await api.call(CREATE, { ...call, body })), range, criteria: wanted };
	},
});
