import { findRow, products, rowsOf } from '../../../nodes/catalog';

test('finds a row by its id', async () => {
	expect(await findRow('todo.createTodoTask')).toMatchObject({
		method: 'POST',
		path: '/v1.0/todo/users/{unionId}/tasks',
	});
	expect(await findRow('todo.noSuchOperation')).toBeUndefined();
	expect(await findRow('noSuchProduct.get')).toBeUndefined();
	expect(await findRow('')).toBeUndefined();
});

test('loads every product it lists, and only those', async () => {
	for (const { id, count } of await products()) {
		const rows = await rowsOf(id);
		expect(rows.filter((row) => !row.archived && !row.undocumented)).toHaveLength(count);
	}
	expect(await rowsOf('../../../package')).toEqual([]);
});
