/** The official SDK of the new API as the witness: the same values, its request on the wire and ours. */
import { products, rowsOf } from '../../../nodes/catalog';
import type { Row } from '../../../nodes/catalog/types';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { execute } from '../../support/engine';
import listed from './sdkDifferences.json';
import { compare, merged, read, type Comparison } from './support/compare';
import { listen, type Loopback, type Received } from './support/loopback';
import { officialOperations, type SdkOperation } from './support/officialSdk';
import { compiledFor, decodePath, written } from './support/ours';
import { requestOf } from './support/sample';

const AT_ONCE = 24;
const route = ({ method, path }: { method: string; path: string }) =>
	`${method} ${path.trim().replace(/\{[^}]*\}/g, '{}')}`;

let server: Loopback;
let operations: SdkOperation[];
let rows: Map<string, Row[]>;

beforeAll(async () => {
	server = await listen();
	operations = await officialOperations();
	rows = new Map();
	const all = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
	for (const row of all.filter(({ host }) => host === 'api'))
		rows.set(route(row), [...(rows.get(route(row)) ?? []), row]);
}, 300_000);
afterAll(async () => await server.close());

/** Several pages may describe one call: one of them must fit. */
async function best(operation: SdkOperation): Promise<Comparison | undefined> {
	let found: Comparison | undefined;
	for (const row of rows.get(route(operation)) ?? []) {
		found = await compare(operation, row, server);
		if (found.difference === undefined) return found;
	}
	return found;
}

async function compareAll(): Promise<Map<string, Comparison | undefined>> {
	const results = new Map<string, Comparison | undefined>();
	const waiting = [...operations];
	const worker = async () => {
		for (let next = waiting.pop(); next; next = waiting.pop()) results.set(next.key, await best(next));
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return results;
}

test('every operation of the SDK: method, path, query and body are the same, or the difference is listed', async () => {
	const results = await compareAll();
	const compared = [...results].filter((entry): entry is [string, Comparison] => entry[1] !== undefined);
	const differing = compared.filter(([, { difference }]) => difference !== undefined);
	const sum = (of: 'members' | 'onlyDocumented') =>
		compared.reduce((total, [, comparison]) => total + comparison[of], 0);
	console.log(
		[
			`operations of the official SDK: ${operations.length}`,
			`compared: ${compared.length}, the same on the wire: ${compared.length - differing.length}, different with a listed reason: ${differing.length}`,
			`in no catalog, listed: ${results.size - compared.length}`,
			`members compared: ${sum('members')}; members that only the documentation has: ${sum('onlyDocumented')}`,
		].join('\n'),
	);
	expect(operations.length).toBeGreaterThan(2800);
	expect(
		differing.filter(([key]) => !(key in listed.wire)).map(([key, { difference }]) => `${key} ${difference}`),
	).toEqual([]);
	expect(Object.keys(listed.wire).sort()).toEqual(differing.map(([key]) => key).sort());
	expect(Object.keys(listed.absent).sort()).toEqual(
		[...results].flatMap(([key, comparison]) => (comparison ? [] : [key])).sort(),
	);
}, 300_000);

test('the SDK has no parameter that the catalog lacks', () => {
	const lacking = operations.flatMap((operation) => {
		const names = (rows.get(route(operation)) ?? []).map((row) => operation.lacking(merged(requestOf(row))));
		const fewest = names.sort((a, b) => a.length - b.length)[0] ?? [];
		return fewest.length > 0 ? [`${operation.key} ${fewest.join(', ')}`] : [];
	});
	expect(lacking.map((one) => one.split(' ')[0]).sort()).toEqual(Object.keys(listed.lacking).sort());
});

test('fifty calls through n8n itself: what the wire carries is what was compared', async () => {
	const api = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id))))
		.flat()
		.filter(({ host, auth, paging }) => host === 'api' && !auth && !paging);
	const some = api.filter((_, index) => index % Math.floor(api.length / 50) === 0);
	const credentials = {
		dingTalkApi: {
			clientId: 'id',
			clientSecret: 'secret',
			accessToken: 'token',
			expiresAt: String(Date.now() + 3_600_000),
			apiHost: `http://127.0.0.1:${server.port}`,
			legacyHost: `http://127.0.0.1:${server.port}`,
		},
	};
	for (const row of some) {
		const given = requestOf(row);
		const parameters = {
			product: 'all',
			apiOperation: { __rl: true, mode: 'list', value: row.id },
			specify: 'json',
			request: JSON.stringify(given),
			options: { headers: { 'x-case': row.id } },
		};
		await execute({ nodeType: new DingTalkApiCall(), credentials, parameters });
		const ours = written(await compiledFor(row, given));
		const sent = read(server.received.get(row.id) as Received);
		expect([row.id, sent]).toEqual([
			row.id,
			{
				...ours,
				headers: expect.objectContaining({
					'x-acs-dingtalk-access-token': 'token',
					...Object.fromEntries(Object.entries(ours.headers).map(([name, value]) => [name.toLowerCase(), value])),
				}) as unknown,
			},
		]);
	}
	expect(some.length).toBeGreaterThanOrEqual(50);
});

test.each(['a/b', '值', '100%', '..x', 'a?b#c', 'a+b c'])('a path value stays one segment: %s', async (unionId) => {
	const row = rows.get('POST /v1.0/todo/users/{}/tasks')?.[0] as Row;
	const { path } = await compiledFor(row, { path: { unionId }, body: { subject: 's' } });
	expect(decodePath(new URL(path, 'http://x').pathname)).toEqual(['', 'v1.0', 'todo', 'users', unionId, 'tasks']);
});

test('the SDK itself writes path values as they are: it misroutes a slash and cannot send Chinese', async () => {
	const todo = operations.find(({ key }) => key === 'todo_1_0.createTodoTask');
	await todo?.call(server.port, ['a/b'], { subject: 's' }, { 'x-case': 'slash' });
	expect(server.received.get('slash')?.path).toBe('/v1.0/todo/users/a/b/tasks');
	await expect(todo?.call(server.port, ['值'], { subject: 's' }, { 'x-case': 'chinese' })).rejects.toThrow(
		'unescaped characters',
	);
});
