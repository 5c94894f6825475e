import { InputError, defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { matchedColumns } from '../../fields/columns';
import { headerRow, place } from '../../fields/place';
import { READ, SHEET } from '../../flows/read';
import { APPEND, WRITE, appendRows, cellsOf, writeRows } from '../../flows/write';
import { existingRows, keyOf } from './match';

export const appendOrUpdate = defineBatch({
	name: 'Append or Update',
	value: 'appendOrUpdate',
	action: 'Append or update rows of a sheet',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	zh: {
		name: '追加或更新',
		action: '追加或更新工作表的行',
		description:
			'按匹配列更新已有行，没有则追加。所有数据项共读取一次表头和匹配列；相邻且更新相同列的行合并为一次写入，新行每 500 行一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/update-cell-properties',
	permission: 'Document.Workbook.Write',
	routes: [SHEET, READ, WRITE, APPEND],
	fields: [
		...place,
		matchedColumns,
		headerRow,
		{
			displayName: 'When Several Match',
			zh: { name: '匹配多行时', description: '有多行的匹配列值相同时如何处理' },
			name: 'onSeveral',
			type: 'options',
			under: 'options',
			default: 'updateFirst',
			options: [
				{ name: 'Update All', value: 'updateAll', zh: '更新所有匹配行' },
				{ name: 'Update the First', value: 'updateFirst', zh: '更新第一行' },
			],
			description: 'What to do where several rows have the same values in the matching columns',
		},
	],
	plan: ({ columns: { columns, match, known }, ...rest }) => {
		if (match.length === 0)
			throw new InputError('Columns', 'need at least one column to match on', '请至少选择一个用于匹配的列');
		const missing = known.length === 0 ? undefined : match.find((name) => (columns[name] ?? '') === '');
		if (missing !== undefined)
			throw new InputError(missing, 'is empty, but it is a column to match on', '为空，但它是匹配列');
		return { ...rest, columns, match, known, key: keyOf(match.map((name) => columns[name])) };
	},
	same: ['workbook', 'sheet', 'operator', 'headerRow'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const { known, match, headerRow: header = 1 } = first;
		const existing = await existingRows(api, first, { known, match, header });
		const updates = new Map<number, Map<number, string>>();
		// Items of one new key become one row: the first appends it, the values of the others go into it.
		const news = new Map<string, Map<number, string>>();
		for (const { columns, key, onSeveral = 'updateFirst' } of many) {
			const cells = cellsOf(columns, known);
			const rows = existing.get(key) ?? [];
			for (const row of onSeveral === 'updateAll' ? rows : rows.slice(0, 1))
				updates.set(row, new Map([...(updates.get(row) ?? []), ...cells]));
			if (rows.length === 0) news.set(key, new Map([...(news.get(key) ?? []), ...cells]));
		}
		const written = await writeRows(
			api,
			first,
			[...updates].map(([row, cells]) => ({ row, cells })),
		);
		const texts = [...news.values()].map((cells) => known.map((_, column) => cells.get(column) ?? ''));
		const appended = await appendRows(api, first, texts);
		const made = new Map([...news.keys()].map((key, index) => [key, appended[index] ?? {}]));
		const seen = new Set<string>();
		return many.map(({ key, onSeveral = 'updateFirst' }): Json | Json[] | Refusal => {
			const fresh = made.get(key);
			if (fresh) {
				const action = seen.has(key) ? 'updated' : 'appended';
				seen.add(key);
				return 'message' in fresh ? fresh : { ...fresh, action };
			}
			const rows = existing.get(key) ?? [];
			const done: Json[] = [];
			for (const row of onSeveral === 'updateAll' ? rows : rows.slice(0, 1)) {
				const outcome = written.get(row) ?? '';
				if (typeof outcome !== 'string') return outcome;
				done.push({ rowNumber: row + 1, a1Notation: outcome, action: 'updated' });
			}
			return done;
		});
	},
});
