import { InputError, defineBatch, type Json, type Refusal } from '../../../runtime/operation';
import { matchedColumns, place } from './fields';
import { existingRecords, keyOf, LIST } from './match';
import { DOC_UPLOAD } from '../../../shared/docResource';
import { CREATE, createRecords, UPDATE, updateRecords, type Write } from './write';

export const upsert = defineBatch({
	name: 'Create or Update',
	value: 'upsert',
	action: 'Create or update a record in an AI table',
	description: 'Create a new record, or update the current one if it already exists (upsert)',
	zh: {
		name: '新增或更新',
		action: '新增或更新 AI 表格记录',
		description:
			'按匹配字段更新已有记录，没有则新增。每 100 个数据项一到两次调用；查找已有记录：20 项以内每项一次，更多时按数据表每 100 条记录一次',
	},
	docs: 'https://open.dingtalk.com/document/development/api-notable-listrecords',
	permission: 'Notable.Base.Write.All',
	routes: [LIST, CREATE, UPDATE, DOC_UPLOAD],
	fields: [
		...place,
		matchedColumns,
		{
			displayName: 'When Several Match',
			zh: { name: '匹配多条时', description: '有多条记录的匹配字段值相同时如何处理' },
			name: 'whenSeveral',
			type: 'options',
			under: 'options',
			default: 'error',
			options: [
				{ name: 'Error', value: 'error', description: 'Change none', zh: '报错：不修改任何记录' },
				{ name: 'Update the First', value: 'updateFirst', zh: '更新第一条' },
			],
			description: 'What to do where several records have the same values in the matching fields',
		},
	],
	plan: ({ columns: { columns, match, known }, ...rest }) => {
		if (match.length === 0)
			throw new InputError('Columns', 'need at least one field to match on', '请至少选择一个用于匹配的字段');
		const missing =
			known.length === 0 ? undefined : match.find((name) => columns[name] === undefined || columns[name] === null);
		if (missing !== undefined)
			throw new InputError(missing, 'is empty, but it is a field to match on', '为空，但它是匹配字段');
		return { ...rest, columns, match, known, key: keyOf(columns, match, known) };
	},
	same: ['base', 'sheet', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const existing = await existingRecords(api, first, many);
		const outcomes: Array<Json | Refusal | undefined> = many.map(() => undefined);
		const updates: Array<{ index: number; write: Write }> = [];
		// Items with the same new key become one record: the first creates it, the others' values go into it.
		const creates = new Map<string, { indexes: number[]; columns: Json }>();
		many.forEach(({ columns, key, whenSeveral, match }, index) => {
			const [id, ...others] = existing.get(key) ?? [];
			if (id !== undefined && others.length > 0 && whenSeveral !== 'updateFirst') {
				outcomes[index] = {
					entry: match.map((name) => `${name}: ${String(columns[name])}`).join(', '),
					message: `matches ${others.length + 1} records, so none was changed (option When Several Match)`,
				};
			} else if (id !== undefined) updates.push({ index, write: { id, columns } });
			else {
				const known = creates.get(key);
				creates.set(key, {
					indexes: [...(known?.indexes ?? []), index],
					columns: { ...known?.columns, ...columns },
				});
			}
		});
		const updated = await updateRecords(
			api,
			first,
			updates.map(({ write }) => write),
		);
		updates.forEach(({ index }, at) => {
			const id = updated[at];
			outcomes[index] = typeof id === 'string' ? { id, action: 'updated' } : id;
		});
		const created = await createRecords(
			api,
			first,
			[...creates.values()].map(({ columns }) => columns),
		);
		[...creates.values()].forEach(({ indexes }, at) => {
			const id = created[at];
			indexes.forEach(
				(index, place) =>
					(outcomes[index] = typeof id === 'string' ? { id, action: place === 0 ? 'created' : 'updated' } : id),
			);
		});
		return outcomes.map((outcome) => outcome ?? { entry: '', message: 'was not written' });
	},
});
