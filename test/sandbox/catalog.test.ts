import type { Row, Schema } from '../../nodes/catalog/types';
import { catalogRows, findOperations } from '../../sandbox/catalog';
import { check } from '../../sandbox/check';
import { sample, sampleAnswer } from '../../sandbox/sample';
import { signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const rows = catalogRows();

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const texts = (members: Record<string, Schema> = {}): Record<string, string> =>
	Object.fromEntries(Object.entries(members).flatMap(([name, one]) => (one.required ? [[name, text(sample(one))]] : [])));

const requestOf = (row: Row) => {
	const path = Object.fromEntries(
		[...row.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [name, row.pathParams?.[name]?.type === 'number' ? '1' : 'x1']),
	);
	const body = row.body && row.content !== 'binary' ? sample(row.body) : undefined;
	const files = Object.entries(row.body?.properties ?? {}).flatMap(([field, { type }]) =>
		type === 'file' ? [{ field, filename: 'a.png', mimetype: 'image/png', data: Buffer.alloc(1) }] : [],
	);
	return { path, query: texts(row.query), body, form: row.content === 'multipart', files };
};

test('every row finds itself by its own path, and takes a sample of itself', () => {
	const lost: string[] = [];
	const refused: string[] = [];
	for (const row of rows) {
		const parts = requestOf(row);
		const path = row.path.replace(/\{([^}]+)\}/g, 'x1');
		if (!findOperations(row.host, path).some((match) => match.row.method === row.method)) lost.push(row.id);
		refused.push(...check(row, parts).map(({ detail }) => `${row.id} ${detail}`));
	}
	expect(lost).toEqual([]);
	expect(refused).toEqual([]);
	expect(rows.length).toBeGreaterThan(1500);
});

test('an operation that is known by its schema only answers its documented shape', async () => {
	const { api, oapi } = await signedIn(sandbox.it);
	const calendar = await api('POST', '/v1.0/calendar/users/u1/calendars/primary/events', { summary: 's', start: { dateTime: 't' } });
	expect(calendar).toMatchObject({ status: 200, body: { id: expect.any(String), organizer: { id: expect.any(String) } } });
	expect((await oapi('/topapi/role/list', { offset: 0, size: 20 })).body).toMatchObject({ errcode: 0, errmsg: 'ok', result: { list: expect.any(Array) } });
	expect(sandbox.it.problems()).toEqual([]);
});

const get = (value: unknown, path: string): unknown =>
	path.split('.').reduce<unknown>((at, name) => (at as Record<string, unknown> | undefined)?.[name], value);
const put = (target: Record<string, unknown>, path: string, value: unknown): void => {
	const [name, ...rest] = path.split('.');
	if (rest.length === 0) target[name] = value;
	else put((target[name] ??= {}) as Record<string, unknown>, rest.join('.'), value);
};

test('every list ends after three pages', () => {
	const endless: string[] = [];
	for (const row of rows) {
		const { paging } = row;
		if (!paging) continue;
		const given: Record<string, unknown> = {};
		if (paging.size) put(given, paging.size, 4);
		let pages = 0;
		for (let more = true; more && pages < 5; pages += 1) {
			const answer = sampleAnswer(row, { path: {}, query: {}, headers: {}, body: given, files: [] });
			const count = (get(answer, paging.entries) as unknown[]).length;
			const next = paging.next && get(answer, paging.next);
			more = paging.more ? get(answer, paging.more) === true : paging.next ? next !== undefined : count === (paging.size ? 4 : 2);
			put(given, paging.cursor, paging.style === 'offset' ? (pages + 1) * (paging.size ? 4 : 2) : paging.style === 'page' ? pages + 2 : next);
		}
		if (pages !== 3) endless.push(`${row.id}: ${pages} pages`);
	}
	expect(endless).toEqual([]);
});
