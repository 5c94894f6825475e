import type { Row, Schema } from '../../nodes/catalog/types';
import { CallbackSender } from '../../sandbox/callback';
import { catalogRows, findOperations } from '../../sandbox/catalog';
import { check } from '../../sandbox/check';
import { createRoutes } from '../../sandbox/http';
import { CardCallbacks } from '../../sandbox/http/cardCallback';
import { RobotFiles } from '../../sandbox/http/robotFile';
import { Sessions } from '../../sandbox/http/session';
import { pick, put } from '../../sandbox/members';
import { sample, sampleAnswer } from '../../sandbox/sample';
import { Gateway } from '../../sandbox/stream/gateway';
import { Tokens } from '../../sandbox/tokens';
import { quietWorld, signedIn, useSandbox } from './client';

const sandbox = useSandbox();
const rows = catalogRows();

const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
const texts = (members: Record<string, Schema> = {}): Record<string, string> =>
	Object.fromEntries(
		Object.entries(members).flatMap(([name, one]) => (one.required ? [[name, text(sample(one))]] : [])),
	);

const requestOf = (row: Row) => {
	const path = Object.fromEntries(
		[...row.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [
			name,
			row.pathParams?.[name]?.type === 'number' ? '1' : 'x1',
		]),
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

test('every operation that is carried out is one of the catalog', () => {
	const now = () => 0;
	const world = quietWorld(now);
	const { company } = world;
	const gateway = new Gateway(company, now, () => '', {
		pingEvery: 0,
		leaveAfter: 0,
		greet: false,
		callbackWithin: 0,
		ackWithin: 0,
		retryAfter: [],
	});
	const routes = createRoutes({
		world,
		tokens: new Tokens(company, now, 1, world.speech),
		sender: new CallbackSender(company, [], now, { deadline: 1, retryAfter: [] }),
		failedEvents: [],
		gateway,
		sessions: new Sessions(world),
		files: new RobotFiles(world),
		cardCallbacks: new CardCallbacks(now, 1),
	});
	const known = new Set(rows.map(({ method, path }) => `${method} ${path}`));
	const paths = routes.map(({ method, path }) => `${method} ${path}`);
	expect(paths.filter((one) => !known.has(one))).toEqual([]);
	expect(new Set(paths).size).toBe(paths.length);
	gateway.close();
});

test('an operation that is known by its schema only answers its documented shape', async () => {
	const { api, oapi } = await signedIn(sandbox.it);
	const made = await api('POST', '/v1.0/badge/codes/decode', { payCode: '1', requestId: '2' });
	expect(made).toMatchObject({
		status: 200,
		body: { alipayCode: expect.any(String), codeId: expect.any(String) },
	});
	expect((await oapi('/topapi/role/list', { offset: 0, size: 20 })).body).toMatchObject({
		errcode: 0,
		errmsg: 'ok',
		result: { list: expect.any(Array) },
	});
	expect(sandbox.it.problems()).toEqual([]);
});

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
			const count = (pick(answer, paging.entries) as unknown[]).length;
			const next = paging.next && pick(answer, paging.next);
			more = paging.more
				? pick(answer, paging.more) === true
				: paging.next
					? next !== undefined
					: count === (paging.size ? 4 : 2);
			put(
				given,
				paging.cursor,
				paging.style === 'offset'
					? (pages + 1) * (paging.size ? 4 : 2)
					: paging.style === 'page'
						? (typeof paging.first === 'number' ? paging.first : 1) + pages + 1
						: next,
			);
		}
		// A list without a flag that goes on behind its last entry ends with an empty page.
		const wanted = !paging.more && paging.next?.includes('-1') ? 4 : 3;
		if (pages !== wanted) endless.push(`${row.id}: ${pages} pages`);
	}
	expect(endless).toEqual([]);
});
