import { InputError, defineBatch, type Refusal } from '../../../runtime/operation';
import { refusalOf } from '../../../runtime/partial';
import { place } from '../../fields/place';
import { addressOf } from '../../flows/address';
import { pathOf } from '../../flows/read';
import { tableOf } from '../../flows/table';
import { WRITE } from '../../flows/write';
import { rowCount, rowNumber } from './fields';

const INSERT = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/insertRowsBefore';

export const insert = defineBatch({
	name: 'Insert Before',
	value: 'insert',
	action: 'Insert rows before a row',
	description:
		'Insert rows before a row; it and those below move down. One call per item, one more with values, from the bottom up. The row numbers of all items are those before anything is inserted, also where an item fails; the output has where its rows stand in the end. Running it twice inserts twice.',
	zh: {
		name: '插入',
		action: '在某行之前插入行',
		description:
			'在某行之前插入行，该行及以下的行下移。每个数据项一次调用，填写值时多一次，从下往上插入；所有数据项的行号均以插入前为准，输出的行号为全部插入后的位置。重复运行会重复插入',
	},
	docs: 'https://open.dingtalk.com/document/development/insert-rows-before-rows',
	permission: 'Document.Workbook.Write',
	routes: [INSERT, WRITE],
	fields: [
		...place,
		rowNumber,
		rowCount,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Values',
					zh: { name: '值', description: '写入新行的内容：行的数组，每行是值的数组或对象，从 A 列开始' },
					name: 'values',
					type: 'json',
					default: '[["", ""]]',
					description: 'What the new rows hold: a list of rows, each a list of values (or an object), from column A on',
				},
			],
		},
	],
	plan: ({ additionalFields: { values }, ...rest }, { timezone }) => {
		const table = values === undefined ? [] : tableOf('Values', values, timezone);
		if (table.length > rest.rowCount)
			throw new InputError(
				'Values',
				`have ${table.length} rows, but only ${rest.rowCount} are inserted`,
				`有 ${table.length} 行，但只插入 ${rest.rowCount} 行`,
			);
		return { ...rest, table };
	},
	same: ['workbook', 'sheet', 'operator'],
	together: async (many, api) => {
		const inserted = new Map<object, unknown>();
		const refused = new Map<object, Refusal>();
		// No insertion shifts a row that is still to come. Before one row the last item comes first: the others push it down.
		const upwards = many.toReversed().sort((a, b) => b.row - a.row);
		for (const item of upwards) {
			const { row, rowCount: count, table, ...where } = item;
			const call = { path: pathOf(where), query: { operatorId: where.operator } };
			try {
				inserted.set(item, (await api.call(INSERT, { ...call, body: { row: row - 1, rowCount: count } })).id);
				const [first] = table;
				if (!first) continue;
				const area = { top: row - 1, bottom: row - 2 + table.length, left: 0, right: first.length - 1 };
				await api.call(
					WRITE,
					{ ...call, path: { ...call.path, rangeAddress: addressOf(area) }, body: { values: table } },
					{ safe: true },
				);
			} catch (error) {
				refused.set(item, refusalOf(error, ''));
			}
		}
		let moved = 0;
		const rows = new Map<object, number>();
		for (const item of upwards.reverse()) {
			rows.set(item, item.row + moved);
			if (inserted.has(item)) moved += item.rowCount;
		}
		return many.map(
			(item) => refused.get(item) ?? { id: inserted.get(item), row: rows.get(item), rowCount: item.rowCount },
		);
	},
});
