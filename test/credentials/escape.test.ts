/** Both credentials sign for their own hosts only, whatever a node writes as the address, in either helper of n8n. */
import type { IDataObject } from 'n8n-workflow';
import { hostNameOf, isDingTalkHost, urlWithin } from '../../nodes/protocol/hosts';
import { spellings } from '../support/spellings';
import { callWith, listen, to, type Helper, type Stored } from './wire';

type Server = Awaited<ReturnType<typeof listen>>;
let good: Server;
let evil: Server;
let all: string[];
beforeAll(async () => {
	[good, evil] = await Promise.all([listen(), listen()]);
	all = spellings(new URL(good.url).host, new URL(evil.url).host);
});
afterAll(async () => await Promise.all([good.close(), evil.close()]));

const stored = (): Stored => ({
	dingTalkApi: {
		clientId: 'app',
		clientSecret: 'secret-of-the-app',
		accessToken: 'token-of-the-app',
		expiresAt: Date.now() + 3_600_000,
		apiHost: good.url,
		legacyHost: good.url,
	},
	dingTalkRobotApi: { webhook: `${good.url}/robot/send?access_token=token-of-the-robot`, secret: '' },
});

/** The ways in which a node may give an address. */
const ways: Array<[string, (helper: Helper, address: string) => IDataObject]> = [
	['whole', (helper, address) => to(helper, address)],
	['behind a base', (helper, address) => ({ ...to(helper, address), baseURL: `${good.url}/` })],
	['behind the other host', (helper, address) => ({ ...to(helper, `/${address}`), baseURL: `${evil.url}/` })],
];

describe.each(['dingTalkApi', 'dingTalkRobotApi'])('%s', (type) => {
	test.each<Helper>(['httpRequestWithAuthentication', 'requestWithAuthentication'])(
		'by %s: no request leaves',
		async (helper) => {
			const some = all.filter((_, index) => index % 7 === 0);
			expect(some.length).toBeGreaterThan(200);
			const before = good.received.length;
			for (const [, request] of ways)
				for (const address of some)
					await callWith(stored(), type, helper, request(helper, address)).catch(() => undefined);
			expect(evil.connections()).toBe(0);
			expect(good.received.length).toBeGreaterThan(before);
		},
		120_000,
	);
});

test('what belongs to a host has its origin once an HTTP client has read it', () => {
	const spelled = spellings('api.dingtalk.com', 'evil.example:1');
	for (const address of [...spelled, ...spelled.map((text) => text.replace('http', 'https'))]) {
		if (isDingTalkHost(address)) expect(new URL(address).host).toBe('api.dingtalk.com');
		const hosts = { api: 'https://api.dingtalk.com', oapi: 'https://oapi.dingtalk.com' };
		if (hostNameOf(address, hosts)) expect(new URL(address).origin).toBe(hosts.api);
		const built = urlWithin(hosts.api, `${hosts.api}${address}`);
		if (built) expect([built.origin, built.username]).toEqual([hosts.api, '']);
	}
});
