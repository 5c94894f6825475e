/** A path is a stranger's input: whatever is written there, nothing goes to another host than the credential's. */
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { listen } from '../../credentials/wire';
import { outputs, type Call } from '../../support/engine';
import { spellings } from '../../support/spellings';

type Server = Awaited<ReturnType<typeof listen>>;
let good: Server;
let evil: Server;
beforeAll(async () => ([good, evil] = await Promise.all([listen(), listen()])));
afterAll(async () => await Promise.all([good.close(), evil.close()]));

const hostIn = ({ url }: Server) => new URL(url).host;

/** One item for each path. */
const call = (paths: string[], options: object): Call => ({
	nodeType: new DingTalkApiCall(),
	parameters: {
		product: 'custom',
		method: 'GET',
		host: '={{ $itemIndex % 2 ? "api" : "oapi" }}',
		path: '={{ $json.path }}',
		query: '{}',
		options: { callsPerSecond: 0, batching: 50, ...options },
	},
	items: paths.map((path) => ({ json: { path } })),
	credentials: {
		dingTalkApi: {
			clientId: 'app',
			clientSecret: 'secret-of-the-app',
			accessToken: 'token-of-the-app',
			expiresAt: Date.now() + 3_600_000,
			apiHost: good.url,
			legacyHost: good.url,
		},
	},
	onError: 'continueRegularOutput',
});

test.each([
	["the app's token", {}],
	['the option Access Token', { accessToken: 'token-of-somebody' }],
])(
	'%s leaves for no other host, however the path is spelled',
	async (_, options) => {
		const paths = spellings(hostIn(good), hostIn(evil));
		expect(paths.length).toBeGreaterThan(1500);
		const before = good.received.length;
		expect(await outputs(call(paths, options))).toHaveLength(paths.length);
		expect(evil.connections()).toBe(0);
		// Many of them are paths of the host after all.
		expect(good.received.length - before).toBeGreaterThan(200);
	},
	120_000,
);

test('what leaves is told', async () => {
	const [item] = await outputs(call([`/../../@${hostIn(evil)}`], {}));
	expect(item).not.toHaveProperty('error');
	const folder = { ...call(['/../other/x'], {}) };
	folder.credentials.dingTalkApi = { ...folder.credentials.dingTalkApi, legacyHost: `${good.url}/ding` } as never;
	expect(await outputs(folder)).toEqual([
		{ error: expect.objectContaining({ message: expect.stringContaining('leads away from'), code: 'host' }) },
	]);
});
