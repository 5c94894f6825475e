import { defineBatch } from '../../../runtime/operation';
import { place } from '../../fields/place';
import { columnOf } from '../../flows/address';
import { removeLines } from '../../flows/lines';
import { pathOf } from '../../flows/read';
import { column, columnCount } from './fields';

const DELETE = 'POST /v1.0/doc/workbooks/{workbookId}/sheets/{sheetId}/deleteColumns';

export const deleteColumns = defineBatch({
	name: 'Delete Columns',
	value: 'deleteColumns',
	action: 'Delete columns of a sheet',
	description:
		'Delete columns; those to the right move left. One call for columns side by side, from the right. The letters of all items are those before anything is deleted. Running it twice deletes the next columns.',
	zh: {
		name: '删除列',
		action: '删除工作表的列',
		description:
			'删除列，右侧的列左移。相邻的列合并为一次调用，从右往左删除；所有数据项的列字母均以删除前为准。重复运行会继续删除后面的列',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-column',
	permission: 'Document.Workbook.Write',
	routes: [DELETE],
	fields: [...place, column, columnCount],
	same: ['workbook', 'sheet', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const spans = many.map(({ column: letters, columnCount: count }) => ({ from: columnOf(letters), count }));
		const outcomes = await removeLines(spans, async (from, count) => {
			const { id } = await api.call(DELETE, {
				path: pathOf(first),
				query: { operatorId: first.operator },
				body: { column: from, columnCount: count },
			});
			return id;
		});
		return outcomes.map((outcome, index) =>
			'message' in outcome
				? outcome
				: { ...outcome, column: many[index]?.column, columnCount: many[index]?.columnCount },
		);
	},
});
