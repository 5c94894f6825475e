import { defineProcedure } from '../../../runtime/operation';
import { childrenOf, knownComponents } from '../../flows/components';
import { byLabel } from '../../flows/read';
import { subTable } from '../../locators/component';
import { formInstanceId, instanceIn, keys, place, placeBody } from './fields';

const ROWS = 'GET /v1.0/yida/forms/innerTables/{formInstanceId}';
const FIELDS = 'GET /v1.0/yida/forms/formFields';
const [, id, label] = keys.options;

export const getSubtable = defineProcedure({
	name: 'Get Sub-Table Rows',
	value: 'getSubtable',
	action: 'Get the rows of a sub-table',
	description:
		'Get all rows of a sub-table of one submission. One call per 50, one more per run to read the components.',
	zh: {
		name: '获取子表数据',
		action: '获取宜搭子表数据',
		description: '获取一份表单数据的子表单的全部行。每 50 行一次调用，每次运行另有一次读取组件',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-child-table-component-data',
	permission: 'Yida.Form.Read',
	routes: [ROWS, FIELDS],
	list: true,
	fields: [
		...place,
		formInstanceId,
		subTable,
		{ ...keys, options: [id, label] },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'With Row IDs',
					zh: { name: '包含行 ID', description: '是否返回子表数据的 RowId' },
					name: 'needRowId',
					type: 'boolean',
					default: true,
					description: 'Whether to add the RowId of each row',
				},
			],
		},
	],
	run: async (
		{ formInstanceId: given, subTable: tableFieldId, keys: named, additionalFields, limit, ...where },
		api,
	) => {
		const rows = await api.list(
			ROWS,
			{
				path: { formInstanceId: instanceIn(given) },
				query: { ...placeBody(where), tableFieldId, ...additionalFields },
			},
			{ style: 'page', cursor: 'pageNumber', size: { at: 'pageSize', max: 50 }, entries: 'data' },
			limit,
		);
		if (named === 'id') return rows;
		const table = (await knownComponents(where, api)).find((column) => column.id === tableFieldId);
		return rows.map((row) => byLabel(row, table ? childrenOf(table) : [], api.timezone));
	},
});
