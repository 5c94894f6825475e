import { defineBatch } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { rowCount, rowNumber } from './fields';
import { pathOf } from '../../flows/read';
import { removeLines } from '../../flows/lines';

const DELETE = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/deleteRows';

export const remove = defineBatch({
	name: 'Delete',
	value: 'delete',
	action: 'Delete rows of a sheet',
	description:
		'Delete rows; those below move up. One call for rows side by side, from the bottom up. The row numbers of all items are those before anything is deleted. Running it twice deletes the next rows.',
	zh: {
		name: '删除',
		action: '删除工作表的行',
		description:
			'删除行，下方的行上移。相邻的行合并为一次调用，从下往上删除；所有数据项的行号均以删除前为准。重复运行会继续删除后面的行',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-row',
	permission: 'Document.Workbook.Write',
	routes: [DELETE],
	fields: [...place, rowNumber, rowCount],
	same: ['workbook', 'sheet', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const spans = many.map(({ row, rowCount: count }) => ({ from: row - 1, count }));
		const outcomes = await removeLines(spans, async (from, count) => {
			const { id } = await api.call(DELETE, {
				path: pathOf(first),
				query: { operatorId: first.operator },
				body: { row: from, rowCount: count },
			});
			return id;
		});
		return outcomes.map((outcome, index) =>
			'message' in outcome ? outcome : { ...outcome, row: many[index]?.row, rowCount: many[index]?.rowCount },
		);
	},
});
