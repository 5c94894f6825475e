/** What of all that our nodes can send gets past the guard of `npm run live`: reads, and nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startSandbox, type Sandbox } from '../../sandbox';
import { Guard, HELD_BACK } from '../../scripts/live/guard';
import { allowed } from '../../scripts/live/reads';
import { guardedNode } from '../../scripts/live/run';
import { operations } from '../../scripts/products';
import { fillings, files } from '../nodes/products/support/fillings';
import { givenOf } from '../nodes/products/support/requests';
import { execute, sandboxCredentials } from '../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const guardOf = () =>
	new Guard({
		credential: { apiHost: sandbox.url, legacyHost: sandbox.legacyUrl },
		most: 100,
		turn: async () => await Promise.resolve(),
	});

const isOfTokens = (path: string) => /^\/v1\.0\/oauth2\/accessToken$|^\/gettoken$/.test(path);

// A route more on this list is a decision: whoever adds it has read that it changes nothing.
test('what may be posted stands in posts.txt', () => {
	const listed = readFileSync(join(__dirname, 'posts.txt'), 'utf8').trim().split('\n');
	expect([...allowed].filter((route) => route.startsWith('POST ')).sort()).toEqual(listed);
	expect([...allowed].filter((route) => !/^(GET|POST) /.test(route))).toEqual([]);
});

test('of every operation of every node, those that write are held back', async () => {
	const guard = guardOf();
	const heldBack = new Set<string>();
	for (const placed of operations) {
		if (placed.resource.credential !== undefined) continue;
		const [given = {}] = givenOf(placed, sandbox);
		const [filling] = fillings(placed, given);
		guard.begin();
		await execute({
			product: placed.product.name,
			nodeType: guardedNode(placed.product.node, guard),
			parameters: filling?.parameters ?? {},
			items: [{ json: given.trigger ?? {}, binary: files }],
			credentials: sandboxCredentials(sandbox),
		}).catch(() => []);
		if (guard.refused.length > 0) heldBack.add(placed.id);
	}
	const arrived = sandbox.log.filter(({ path }) => !isOfTokens(path));
	expect(arrived.length).toBeGreaterThan(100);
	const read = new Set(guard.all.map(({ route }) => route));
	expect([...read].filter((route) => !allowed.has(route))).toEqual([]);
	expect(arrived).toHaveLength(guard.all.length);
	// The others had read first what is not there, and so had nothing to write.
	const writing = operations.filter(
		({ operation, resource }) => /^(create|delete|update|send)/.test(operation.value) && !resource.credential,
	);
	expect(writing.filter(({ id }) => heldBack.has(id)).length).toBeGreaterThan(writing.length * 0.9);
}, 120_000);

test.each([
	['a foreign host', 'https://example.com/v1.0/contact/users/me', 'GET'],
	['POST /v1.0/todo/users/{unionId}/tasks', '{api}/v1.0/todo/users/1/tasks', 'POST'],
	['GET /call_back/delete_call_back', '{oapi}/call_back/delete_call_back', 'GET'],
	['GET /call_back/get_call_back_failed_result', '{oapi}/call_back/get_call_back_failed_result', 'GET'],
	['POST /topapi/v2/user/delete', '{oapi}/topapi/v2/department/../user/delete', 'POST'],
	['an unknown route', '{api}/v1.0/nothing', 'GET'],
] as const)('%s does not go out, however it is asked for', async (route, template, method) => {
	const url = template.replace('{api}', sandbox.url).replace('{oapi}', sandbox.legacyUrl);
	const guard = guardOf();
	const sent: unknown[] = [];
	const send = async (...given: unknown[]): Promise<unknown> => await Promise.resolve(sent.push(given));
	const helpers = { httpRequest: send, httpRequestWithAuthentication: send, request: send, requestOAuth2: send };
	guard.watch(helpers);
	expect(await helpers.httpRequest({ url, method })).toBe(HELD_BACK);
	expect(await helpers.httpRequestWithAuthentication('dingTalkApi', { url, method })).toBe(HELD_BACK);
	expect(await helpers.request({ uri: url, method })).toBe(HELD_BACK);
	expect(await helpers.requestOAuth2('dingTalkApi', { url, method })).toBe(HELD_BACK);
	expect(guard.refused).toEqual([route, route, route, 'helper requestOAuth2']);
	expect(sent).toEqual([]);
});
