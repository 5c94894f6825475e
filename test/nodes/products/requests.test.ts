/**
 * Every operation of every product node, run with every filling of its form: what it sends, held against the catalog, which knows
 * every parameter of every route, and against the official SDK, which is given the same values and sends them in its own way.
 */
import { operations, type Placed } from '../../../scripts/products';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { listen, type Loopback } from '../DingTalkApiCall/support/loopback';
import { offered } from './support/fillings';
import { officialSdk, type Official } from './support/official';
import { givenOf, sentBy, type Sent } from './support/requests';

let sandbox: Sandbox;
/** Where columns, templates and ids exist. */
let world: Sandbox;
let server: Loopback;
let official: Official;

/** Each operation is run once, by the first test that asks. */
const runs = new Map<string, Promise<Sent[]>>();
async function sent(placed: Placed): Promise<Sent[]> {
	const run =
		runs.get(placed.id) ?? sentBy(placed, givenOf(placed, sandbox).some((given) => given.world) ? world : sandbox);
	runs.set(placed.id, run);
	return await run;
}
const requestsOf = async (placed: Placed) => (await sent(placed)).flatMap(({ requests }) => requests);

beforeAll(async () => {
	sandbox = await startSandbox({ samplesOnly: true });
	world = await startSandbox();
	server = await listen();
	official = await officialSdk(server);
}, 600_000);
afterAll(async () => {
	await sandbox.close();
	await world.close();
	await server.close();
});

const says = (placed: Placed, what: 'sdkDiffers' | 'notInSdk') =>
	givenOf(placed, sandbox).some((given) => given[what] !== undefined);
const all = operations.map((placed) => [placed.id, placed] as const);

test.each(all)('%s: the catalog knows all that it sends, and all that it requires is sent', async (_, placed) => {
	const requests = await requestsOf(placed);
	expect([...new Set(requests.flatMap(({ problem }) => problem ?? []))]).toEqual([]);
	expect((await sent(placed)).flatMap(({ error }) => error ?? [])).toEqual([]);
	expect(requests.length).toBeGreaterThan(0);
});

test.each(all)('%s: every choice of its form can be sent', async (_, placed) => {
	const run = await sent(placed);
	const taken = new Set(run.flatMap(({ choices, refused }) => (refused ? [] : choices)));
	const missing = givenOf(placed, sandbox)
		.flatMap((given) => offered(placed, given))
		.filter((choice) => !taken.has(choice));
	const refusals = [...new Set(run.flatMap(({ refused }) => refused ?? []))];
	expect(missing.length === 0 ? [] : { missing, refusals }).toEqual([]);
});

test.each(all)('%s: the official SDK sends the same', async (_, placed) => {
	const differences = new Set<string>();
	for (const request of await requestsOf(placed)) {
		const difference = await official.difference(request);
		if (difference !== undefined) differences.add(difference);
	}
	if (says(placed, 'sdkDiffers')) expect(differences.size).toBeGreaterThan(0);
	else expect([...differences]).toEqual([]);
});

test('the SDK is the witness of every operation of the new API, but for those that it does not have', async () => {
	const unwitnessed: string[] = [];
	for (const placed of operations)
		if ((await requestsOf(placed)).some((request) => request.host === 'api' && !official.knows(request)))
			unwitnessed.push(placed.id);
	expect(unwitnessed).toEqual(operations.filter((placed) => says(placed, 'notInSdk')).map(({ id }) => id));
});
