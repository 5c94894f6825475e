import { errorIn, htmlError, networkError, type ErrorFacts } from '../../../nodes/protocol/errors';

/*
 * HTTP 200 that is a failure, and answers that only look like one. The shapes are those that services behind DingTalk, gateways before
 * it and other dialects of the same fields use.
 */
const factsOf = (status: number, body: unknown, headers: Record<string, unknown> = {}) =>
	errorIn({ status, headers, body })?.facts;

test.each<[string, unknown, Partial<ErrorFacts>]>([
	['code and message alone', { code: '1435002', message: 'm' }, { code: '1435002', message: 'm', kind: 'refused' }],
	['a number, beside no data', { code: 1435002, message: 'm', data: null }, { code: '1435002' }],
	['beside an empty list', { code: 'Error', message: 'm', data: [] }, { code: 'Error' }],
	['msg', { code: 500, msg: 'm' }, { code: '500', message: 'm' }],
	['cause', { code: '500', cause: 'm' }, { code: '500', message: 'm' }],
	['a status alone', { code: '500' }, { code: '500' }],
	['errCode', { errCode: '20001', errMsg: 'm' }, { code: '20001', message: 'm' }],
	['errorCode without a flag', { errorCode: 'E1', errorMsg: 'm' }, { code: 'E1', message: 'm' }],
	['OAuth', { error: 'invalid_client', error_description: 'm' }, { code: 'invalid_client', message: 'm' }],
	[
		'capital letters',
		{ Code: 'Throttling', Message: 'm', RequestId: 'r' },
		{ code: 'Throttling', kind: 'throttled', requestId: 'r' },
	],
	[
		'the old gateway',
		{ error_response: { code: 88, msg: 'e', sub_code: '40014', sub_msg: 'm', request_id: 'r' } },
		{ code: '88/40014', kind: 'auth', message: 'm', requestId: 'r' },
	],
	['errcode 0 with a sub code', { errcode: 0, errmsg: 'ok', sub_code: 'isv.x', sub_msg: 'm' }, { message: 'm' }],
	['a flag as text', { success: 'False', code: 'X', message: 'm' }, { code: 'X' }],
	['a code wins over a result', { success: false, code: 'X', message: 'm', result: { a: 1 } }, { code: 'X' }],
	['errorCode wins too', { success: false, errorCode: 'X', errorMsg: 'm', result: [1] }, { code: 'X' }],
	[
		'within a good answer',
		{ errcode: 0, errmsg: 'ok', result: { success: false, error_code: 'X', error_msg: 'm' } },
		{ code: 'X', message: 'm' },
	],
	[
		'within one, without a code',
		{ errcode: 0, result: { ding_open_errcode: 0, is_success: false, error_msg: 'm' } },
		{ code: 'success: false', message: 'm' },
	],
	['a refusal under data', { code: 0, data: { success: false, errorMsg: 'm' } }, { message: 'm' }],
	['isSuccess', { isSuccess: false, errorMsg: 'm' }, { message: 'm' }],
	['a flag as a number', { success: 0, errorMsg: 'm' }, { message: 'm' }],
	['a flag as a letter', { success: 'N', errorMsg: 'm' }, { message: 'm' }],
])('HTTP 200, a failure: %s', (_, body, expected) => {
	expect(factsOf(200, body)).toMatchObject({ status: 200, ...expected });
});

test.each<[string, unknown]>([
	['code 200', { code: '200', cause: 'ok' }],
	['code alone', { code: 'ABC123' }],
	['a code that is data', { code: 'G06935', message: 'm', id: '1' }],
	['a state with a reason', { invocationId: 'i', status: 'SUCCESS', errorCode: 'X', errorMsg: 'm' }],
	['errorCode of zeros', { success: true, errorMsg: 'm', errorCode: '000000', result: true }],
	['errcode as a word', { errcode: 'ok', errmsg: 'ok' }],
	['errcode null', { errcode: null, errmsg: 'ok' }],
	['errcode false', { errcode: false }],
	['a flag of a result', { errcode: 0, result: { success: false, id: '1' } }],
	['a result without a code', { success: false, result: { a: 1 } }],
	['a list', [{ errcode: 1 }]],
	['null', null],
])('HTTP 200, no failure: %s', (_, body) => {
	expect(factsOf(200, body)).toBeUndefined();
});

test('a reason that is no text is not shown as an object', () => {
	expect(factsOf(400, { message: { a: 1 } })).toMatchObject({ code: 'HTTP 400', message: 'HTTP 400' });
});

const date = 'Wed, 21 Oct 2026 07:28:00 GMT';
test.each<[string, Record<string, unknown>, number | undefined]>([
	['seconds', { 'retry-after': '5' }, 5000],
	['a moment', { 'retry-after': 'Wed, 21 Oct 2026 07:28:10 GMT', date }, 10_000],
	['a moment of another day', { 'retry-after': 'Thu, 22 Oct 2026 07:28:10 GMT', date }, 60_000],
	['a moment that has been', { 'retry-after': 'Tue, 20 Oct 2026 07:28:10 GMT', date }, undefined],
	['a moment, without a clock', { 'retry-after': 'Wed, 21 Oct 2026 07:28:10 GMT' }, undefined],
	['nonsense', { 'retry-after': 'soon', date }, undefined],
	['below zero', { 'retry-after': '-5', date }, undefined],
])('Retry-After: %s', (_, headers, waitMs) => {
	expect(factsOf(429, {}, headers)?.waitMs).toBe(waitMs);
});

test.each<[string, number, string, Partial<ErrorFacts>]>([
	['JSON that broke off', 200, '{"errcode":0,"errm', { kind: 'broken', code: 'network' }],
	['a list that broke off', 200, '[{"a":1},', { kind: 'broken' }],
	['a page that limits', 429, '<html>Too Many Requests', { kind: 'throttled', code: 'HTTP 429' }],
	['a gateway that waited in vain', 408, '<html>Request Timeout', { kind: 'busy' }],
	[
		'a gateway without a page',
		503,
		'upstream connect error',
		{ kind: 'busy', message: expect.stringContaining('a text') as string },
	],
	['a gateway whose JSON broke off', 502, '{"error":"up', { kind: 'busy', code: 'HTTP 502' }],
	['JSON that is whole and wrong', 200, '{"errcode":0,"result":{"a":NaN}}\n', { kind: 'refused', code: 'notJson' }],
	['JSON that nests too deeply', 200, '['.repeat(10_000) + ']'.repeat(10_000), { kind: 'refused', code: 'notJson' }],
	['a page that wants a token', 401, '<html>Unauthorized', { kind: 'auth', code: 'HTTP 401' }],
	['a page to sign in', 200, '<!doctype html><title>Login', { kind: 'refused', code: 'html' }],
])('no JSON: %s', (_, status, page, expected) => {
	expect(htmlError(status, page).facts).toMatchObject(expected);
});

test.each(['ENETDOWN', 'EADDRNOTAVAIL', 'ERR_TLS_CERT_ALTNAME_INVALID', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY'])(
	'%s: nothing was sent',
	(code) => {
		expect(networkError(code, 'h', undefined).kind).toBe('unreachable');
	},
);

test.each<[string, number, string, Partial<ErrorFacts>]>([
	[
		'a gateway',
		403,
		'<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n <RequestId>5C3D</RequestId><HostId>h</HostId><Code>Forbidden.RAM</Code><Message>a &lt;b&gt; &amp; c</Message></Error>',
		{ code: 'Forbidden.RAM', message: 'a <b> & c', requestId: '5C3D', kind: 'refused' },
	],
	['that throttles', 400, '<Error><Code>Throttling</Code><Message>m</Message></Error>', { kind: 'throttled' }],
	[
		'in trouble',
		503,
		'<Error><Code>ServiceUnavailable</Code></Error>',
		{ kind: 'busy', message: 'ServiceUnavailable' },
	],
	['without a code', 401, '<Error><Message>m</Message></Error>', { kind: 'auth', code: 'HTTP 401', message: 'm' }],
	[
		'of the old gateway',
		200,
		'<?xml version="1.0" ?><error_response><code>15</code><msg>Remote service error</msg><request_id>r</request_id></error_response>',
		{ code: '15', message: 'Remote service error', requestId: 'r' },
	],
	[
		'that says nothing is a page',
		403,
		'<Error></Error>',
		{ code: 'HTTP 403', message: expect.stringContaining('a web page') as string },
	],
	['a page with such words is a page', 404, '<html><Error><Code>X</Code></Error></html>', { code: 'HTTP 404' }],
])('XML: %s', (_, status, page, expected) => {
	expect(htmlError(status, page).facts).toMatchObject(expected);
});
