import { defineProcedure } from '../../../runtime/operation';
import { columnList } from '../../locators/column';
import { FIELDS, knownColumns } from '../../flows/columns';
import { flatRecord } from '../../flows/read';
import { place } from './fields';
import { filterFields, filterOf } from './filter';
import { LIST, recordPaging } from './match';
import { rawField } from './rawField';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many records of an AI table',
	description:
		'Get the records of a sheet, all or by conditions. One call per 100 records, one more to read the fields.',
	zh: {
		name: '获取多条',
		action: '获取多条 AI 表格记录',
		description: '获取数据表的记录，可设筛选条件。每 100 条一次调用，另有一次读取字段',
	},
	docs: 'https://open.dingtalk.com/document/development/api-notable-listrecords',
	permission: 'Notable.Base.Read.All',
	routes: [LIST, FIELDS],
	list: true,
	fields: [
		...place,
		...filterFields,
		{
			displayName: 'Only These Fields',
			zh: { name: '仅返回字段', description: '只返回选中的字段；留空返回全部' },
			name: 'onlyFields',
			type: 'multiOptions',
			default: [],
			maxItems: 100,
			source: columnList,
			description:
				'Fields to return; all of them where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
		rawField,
	],
	run: async ({ base, sheet, operator, filters, match, onlyFields, simplify, limit }, api) => {
		const conditions = filters.condition ?? [];
		const columns = simplify || conditions.length > 0 ? await knownColumns({ base, sheet, operator }, api) : [];
		const body = {
			filter: filterOf(conditions, match, columns, api.timezone),
			fieldIdOrNames: onlyFields.length > 0 ? onlyFields : undefined,
		};
		const records = await api.list(
			LIST,
			{ path: { baseId: base, sheetIdOrName: sheet }, query: { operatorId: operator }, body },
			recordPaging,
			limit,
		);
		return simplify ? records.map((record) => flatRecord(record, columns, api.timezone)) : records;
	},
});
