import { InputError, defineBatch } from '../../../runtime/operation';
import { changedColumns } from '../../fields/columns';
import { headerRow, place } from '../../fields/place';
import { READ, SHEET } from '../../flows/read';
import { WRITE, cellsOf, writeRows } from '../../flows/write';

export const update = defineBatch({
	name: 'Update',
	value: 'update',
	action: 'Update rows of a sheet by row number',
	description:
		'Change cells of a row by its number. Two calls read the header; one more per block of rows and columns side by side. Columns that are not filled in stay as they are. Rows that others insert or delete meanwhile shift the numbers.',
	zh: {
		name: '更新',
		action: '按行号更新工作表的行',
		description:
			'按行号修改单元格。两次调用读取表头，每个相邻的行列块一次写入；未填写的列保持不变。期间若有人插入或删除行，行号会变化',
	},
	docs: 'https://open.dingtalk.com/document/development/update-cell-properties',
	permission: 'Document.Workbook.Write',
	routes: [WRITE, READ, SHEET],
	fields: [
		...place,
		{
			displayName: 'Row Number',
			zh: { name: '行号', description: '从 1 开始，即表格左侧显示的行号，也是“获取多行”返回的 rowNumber' },
			name: 'rowNumber',
			type: 'number',
			required: true,
			default: '',
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description: 'As the spreadsheet shows it, counted from 1; Get Many returns it as rowNumber',
		},
		changedColumns,
		headerRow,
	],
	plan: ({ headerRow: header = 1, rowNumber, columns, ...rest }) => {
		if (rowNumber <= header)
			throw new InputError(
				'Row Number',
				`must be below the header row ${header}, but is ${rowNumber}`,
				`须在表头行 ${header} 之下，当前为 ${rowNumber}`,
			);
		return { ...rest, columns, row: rowNumber - 1 };
	},
	same: ['workbook', 'sheet', 'operator', 'headerRow'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const rows = new Map<number, Map<number, string>>();
		for (const { row, columns } of many)
			rows.set(row, new Map([...(rows.get(row) ?? []), ...cellsOf(columns.columns, columns.known)]));
		const written = await writeRows(
			api,
			first,
			[...rows].map(([row, cells]) => ({ row, cells })),
		);
		return many.map(({ row, columns }) => {
			const outcome = written.get(row);
			if (outcome === undefined || Object.keys(columns.columns).length === 0)
				return { entry: String(row + 1), message: 'no value for any column, so there is nothing to write' };
			return typeof outcome === 'string' ? { rowNumber: row + 1, a1Notation: outcome } : outcome;
		});
	},
});
