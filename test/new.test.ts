/** The scaffold of an operation (`npm run new`) is a start for every row of the catalog. */
import ts from 'typescript';
import { products, rowsOf } from '../nodes/catalog';
import type { Row } from '../nodes/catalog/types';
import { operationText } from '../scripts/new/operation';

let rows: Row[];
beforeAll(async () => {
	rows = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
});

test('every row gives a file that TypeScript can read', () => {
	const broken = rows.filter(({ id }, index) => {
		const text = operationText(rows[index] as Row, 'create');
		const source = ts.createSourceFile(`${id}.ts`, text, ts.ScriptTarget.ES2022);
		return (Reflect.get(source, 'parseDiagnostics') as unknown[]).length > 0;
	});
	expect(broken.map(({ id }) => id)).toEqual([]);
});

test('route, page, permission, paging, idempotency key, people and times come from the row', () => {
	const text = (id: string, value: string) => operationText(rows.find((row) => row.id === id) as Row, value);
	const list = text('calendar.listEvents', 'getAll');
	expect(list).toContain('route: "GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events"');
	expect(list).toContain('https://open.dingtalk.com/document/development/query-an-event-list');
	expect(list).toContain('"entries":"events"');
	expect(list).toContain('path: { userId: operator, calendarId }');
	expect(list).toContain('toIso(timeMax)');
	const remove = text('calendar.deleteEvent', 'delete');
	expect(remove).toContain('export const remove = defineOperation({');
	expect(remove).toContain('idempotencyKey: "headers.x-client-token"');
	expect(remove).toContain('permission: "Calendar.Event.Write"');
});
