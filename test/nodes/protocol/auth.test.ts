import {
	isStale,
	readToken,
	readWebhook,
	RENEW_BEFORE_MS,
	tokenRequest,
	usableUntil,
} from '../../../nodes/protocol/auth';

const HOST = 'https://oapi.dingtalk.com';
const NOW = 1_700_000_000_000;

test('the token call as documented', () => {
	// With the blanks that pasting brings along.
	expect(tokenRequest(' key', 'secret\n')).toEqual({
		path: '/v1.0/oauth2/accessToken',
		body: { appKey: 'key', appSecret: 'secret' },
	});
});

test.each<[string, unknown, unknown]>([
	['the documented answer', { accessToken: 't', expireIn: 7200 }, { accessToken: 't', expiresAt: NOW + 7_200_000 }],
	['a life as text', { accessToken: 't', expireIn: '60' }, { accessToken: 't', expiresAt: NOW + 60_000 }],
	['no life: two hours', { accessToken: 't' }, { accessToken: 't', expiresAt: NOW + 7_200_000 }],
	['the other spelling', { access_token: 't', expires_in: 60 }, { accessToken: 't', expiresAt: NOW + 60_000 }],
	['a life that is none', { accessToken: 't', expireIn: 0 }, { accessToken: 't', expiresAt: NOW + 7_200_000 }],
	['an error', { code: 'invalidClientIdOrSecret', message: 'm' }, undefined],
	['an empty token', { accessToken: '' }, undefined],
	['nothing', undefined, undefined],
	['text', '<html>', undefined],
])('reads %s', (_, answer, expected) => {
	expect(readToken(answer, NOW)).toEqual(expected);
});

test('a token is renewed five minutes early, a short-lived one after nine tenths', () => {
	expect(usableUntil({ accessToken: 't', expiresAt: NOW + 7_200_000 }, NOW)).toBe(NOW + 7_200_000 - RENEW_BEFORE_MS);
	expect(usableUntil({ accessToken: 't', expiresAt: NOW + 10_000 }, NOW)).toBe(NOW + 9000);
});

test.each<[string, object, boolean]>([
	['none', {}, true],
	['an empty one', { accessToken: '', expiresAt: NOW + 1 }, true],
	['one that ends later', { accessToken: 't', expiresAt: NOW + 1 }, false],
	['one that ends now', { accessToken: 't', expiresAt: NOW }, true],
	['an end as text, as a database may give it', { accessToken: 't', expiresAt: String(NOW - 1) }, true],
	['one whose end nobody knows', { accessToken: 't', expiresAt: '' }, false],
])('stale: %s → %p', (_, token, stale) => {
	expect(isStale(token, NOW)).toBe(stale);
});

test.each<[string, string, unknown]>([
	['a whole URL', `${HOST}/robot/send?access_token=abc`, { url: `${HOST}/robot/send`, token: 'abc' }],
	[
		'a URL on its own host',
		'http://127.0.0.1:1/robot/send?access_token=abc&x=1',
		{ url: 'http://127.0.0.1:1/robot/send', token: 'abc' },
	],
	['a URL with blanks around', `  ${HOST}/robot/send?access_token=abc\n`, { url: `${HOST}/robot/send`, token: 'abc' }],
	[
		'a proxy with a path',
		'https://gate.example/ding/robot/send?access_token=abc',
		{ url: 'https://gate.example/ding/robot/send', token: 'abc' },
	],
	['a bare token', ' abc123 ', { url: `${HOST}/robot/send`, token: 'abc123' }],
	['what stands behind the question mark', 'access_token=abc', { url: `${HOST}/robot/send`, token: 'abc' }],
	[
		'a URL in quotes behind its label',
		`Webhook地址："${HOST}/robot/send?access_token=abc"`,
		{ url: `${HOST}/robot/send`, token: 'abc' },
	],
	[
		'a URL that was wrapped, with a zero-width mark',
		`${HOST}/robot/send?access_\ntoken=ab\u200bc`,
		{ url: `${HOST}/robot/send`, token: 'abc' },
	],
	['a token in quotes', '"abc123"', { url: `${HOST}/robot/send`, token: 'abc123' }],
	['a URL whose token has a blank', `${HOST}/robot/send?access_token=a%20b`, undefined],
	['a URL without token', `${HOST}/robot/send`, undefined],
	['a URL with an empty token', `${HOST}/robot/send?access_token=`, undefined],
	['nothing', '  ', undefined],
	['two words', 'my token', undefined],
	['a broken URL', 'https://', undefined],
])('a webhook: %s', (_, webhook, expected) => {
	expect(readWebhook(webhook, HOST)).toEqual(expected);
});
