import { defineBatch } from '../../../runtime/operation';
import { extraColumns, newColumns } from '../../fields/columns';
import { headerRow, place } from '../../fields/place';
import { READ, SHEET } from '../../flows/read';
import { APPEND, WRITE, appendRows } from '../../flows/write';
import { withExtraColumns } from './extra';

export const append = defineBatch({
	name: 'Append',
	value: 'append',
	action: 'Append rows to a sheet',
	description:
		'Add each item as a row below the last one. Three calls for up to 500 items: two read the header. DingTalk finds the end of the sheet itself, so that two workflows at the same time lose no row. What already stands below a table, such as totals, stays above the new rows.',
	zh: {
		name: '追加',
		action: '追加行到工作表',
		description:
			'将每个数据项追加为一行。500 项以内共三次调用，其中两次读取表头；由钉钉定位末尾，多个工作流同时追加也不会丢行。表格下方的合计等内容会留在新行上方',
	},
	docs: 'https://open.dingtalk.com/document/development/append-line',
	permission: 'Document.Workbook.Write',
	routes: [APPEND, READ, SHEET, WRITE],
	fields: [...place, newColumns, headerRow, extraColumns],
	same: ['workbook', 'sheet', 'operator', 'headerRow'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const rows = await withExtraColumns(api, first, many);
		// Row by row: as many arguments as a large run has cells are more than a call takes.
		const width = rows.reduce((most, row) => ('cells' in row ? Math.max(most, ...row.cells.keys()) : most), 0) + 1;
		const texts = rows.flatMap((row) =>
			'cells' in row ? [Array.from({ length: width }, (_, column) => row.cells.get(column) ?? '')] : [],
		);
		const appended = await appendRows(api, first, texts);
		return rows.map((row) => {
			if (!('cells' in row)) return row;
			const outcome = appended.shift() ?? {};
			return 'message' in outcome ? outcome : { ...outcome, ...row.values };
		});
	},
});
