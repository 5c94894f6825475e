import { hostNameOf, hostsOf, hostUrl, isDingTalkHost, publicHosts } from '../../../nodes/protocol/hosts';

test.each<[unknown, string]>([
	['', 'https://x'],
	[undefined, 'https://x'],
	['  ', 'https://x'],
	['https://api.dingtalk.com', 'https://api.dingtalk.com'],
	['https://api.dingtalk.com/', 'https://api.dingtalk.com'],
	[' api.dingtalk.com ', 'https://api.dingtalk.com'],
	['http://127.0.0.1:3000//', 'http://127.0.0.1:3000'],
	['HTTPS://gate.example/ding/', 'HTTPS://gate.example/ding'],
])('a host typed as %p', (typed, expected) => {
	expect(hostUrl(typed, 'https://x')).toBe(expected);
});

test('a credential without hosts has the public ones', () => {
	expect(hostsOf({})).toEqual(publicHosts);
	expect(hostsOf({ apiHost: 'a.example', legacyHost: 'b.example' })).toEqual({
		api: 'https://a.example',
		oapi: 'https://b.example',
	});
});

const one = (host: string) => ({ api: host, oapi: host });

test.each<[string, Record<'api' | 'oapi', string>, string, string | undefined]>([
	['the new API', publicHosts, 'https://api.dingtalk.com/v1.0/todo/x?y=z', 'api'],
	['the legacy API', publicHosts, 'https://oapi.dingtalk.com/topapi/v2/user/get', 'oapi'],
	['any path of a host that is its own', publicHosts, 'https://api.dingtalk.com/anything', 'api'],
	['upper case', publicHosts, 'https://API.DingTalk.com/v1.0/x', 'api'],
	['the default port', publicHosts, 'https://api.dingtalk.com:443/v1.0/x', 'api'],
	['a third host', publicHosts, 'https://evil.example/v1.0/x', undefined],
	['another port', publicHosts, 'https://api.dingtalk.com:8443/v1.0/x', undefined],
	['without TLS', publicHosts, 'http://api.dingtalk.com/v1.0/x', undefined],
	['a subdomain', publicHosts, 'https://x.api.dingtalk.com/v1.0/x', undefined],
	['a host that begins alike', publicHosts, 'https://api.dingtalk.com.evil.example/v1.0/x', undefined],
	['the host as user name', publicHosts, 'https://api.dingtalk.com@evil.example/v1.0/x', undefined],
	['a backslash', publicHosts, 'https://evil.example\\.api.dingtalk.com/v1.0/x', undefined],
	['a path without host', publicHosts, '/v1.0/x', undefined],
	['nothing', publicHosts, '', undefined],
	['a proxy that serves both: new', one('http://127.0.0.1:1'), 'http://127.0.0.1:1/v1.0/x', 'api'],
	['a proxy that serves both: legacy', one('http://127.0.0.1:1'), 'http://127.0.0.1:1/topapi/v2/user/get', 'oapi'],
	[
		'a proxy that serves both under a path: new',
		one('https://gate.example/ding'),
		'https://gate.example/ding/v1.0/x',
		'api',
	],
	[
		'a proxy that serves both under a path: legacy',
		one('https://gate.example/ding'),
		'https://gate.example/ding/topapi/x',
		'oapi',
	],
	[
		'a proxy whose own path has a version',
		one('https://gate.example/v1.0/ding'),
		'https://gate.example/v1.0/ding/topapi/x',
		'oapi',
	],
	[
		'a path for each API: new',
		{ api: 'https://gate.example/a', oapi: 'https://gate.example/o' },
		'https://gate.example/a/v1.0/x',
		'api',
	],
	[
		'a path for each API: legacy',
		{ api: 'https://gate.example/a', oapi: 'https://gate.example/o' },
		'https://gate.example/o/topapi/x',
		'oapi',
	],
	[
		'the legacy path inside the new one’s',
		{ api: 'https://gate.example', oapi: 'https://gate.example/oapi' },
		'https://gate.example/oapi/topapi/x',
		'oapi',
	],
	['a path that only begins alike', one('https://gate.example/ding'), 'https://gate.example/dingo/v1.0/x', undefined],
	['a path that climbs out', one('https://gate.example/ding'), 'https://gate.example/ding/../other/v1.0/x', undefined],
	['a host that is none', { api: 'https://', oapi: publicHosts.oapi }, 'https://oapi.dingtalk.com/x', 'oapi'],
])('%s', (_, hosts, url, expected) => {
	expect(hostNameOf(url, hosts)).toBe(expected);
});

test.each<[string, boolean]>([
	['https://oapi.dingtalk.com/robot/sendBySession?session=x', true],
	['https://api.dingtalk.com/x', true],
	['https://dingtalk.com/x', true],
	['https://oapi.dingtalk.io/x', true],
	['http://oapi.dingtalk.com/x', false],
	['https://oapi.dingtalk.com.evil.example/x', false],
	['https://evildingtalk.com/x', false],
	['https://oapi.dingtalk.com@evil.example/x', false],
	['https://evil.example/?https://oapi.dingtalk.com', false],
	['ftp://oapi.dingtalk.com', false],
	['', false],
])('DingTalk’s own: %s → %p', (url, expected) => {
	expect(isDingTalkHost(url)).toBe(expected);
});
