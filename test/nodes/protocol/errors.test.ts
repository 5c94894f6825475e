import { DingTalkError, errorIn, htmlError, networkError, type ErrorFacts } from '../../../nodes/protocol/errors';

const factsOf = (status: number, body: unknown, headers: Record<string, unknown> = {}) =>
	errorIn({ status, headers, body })?.facts;

/** Codes and kinds as https://open.dingtalk.com/document/development/server-api-error-codes-1 lists them. */
const legacy: Array<[string, object, Partial<ErrorFacts>]> = [
	[
		'wrong secret or invalid token',
		{ errcode: 40001, errmsg: 'm', request_id: 'r' },
		{ code: '40001', kind: 'auth', message: 'm', requestId: 'r' },
	],
	['invalid token', { errcode: 40014, errmsg: 'm' }, { code: '40014', kind: 'auth' }],
	['expired token', { errcode: 42001, errmsg: 'm' }, { code: '42001', kind: 'auth' }],
	['a code as text', { errcode: '42001', errmsg: 'm' }, { code: '42001', kind: 'auth' }],
	['20 calls a second', { errcode: 90018, errmsg: 'm' }, { code: '90018', kind: 'throttled' }],
	['all callers together', { errcode: 90002, errmsg: 'm' }, { kind: 'throttled' }],
	['a group robot, 20 a minute', { errcode: 410100, errmsg: 'm' }, { kind: 'throttled' }],
	["the month's calls", { errcode: 90020, errmsg: 'm' }, { code: '90020', kind: 'quota' }],
	['a broken crypto key is no rate', { errcode: 900004, errmsg: 'm' }, { kind: 'refused' }],
	['busy', { errcode: -1, errmsg: 'm' }, { code: '-1', kind: 'busy' }],
	['internal error, try again', { errcode: 400001, errmsg: 'm' }, { kind: 'busy' }],
	['no permission', { errcode: 60011, errmsg: 'm' }, { kind: 'permission' }],
	[
		'88 with the real code beside it',
		{ errcode: 88, errmsg: 'outer', sub_code: '40014', sub_msg: 'inner', request_id: 'r' },
		{ code: '88/40014', kind: 'auth', message: 'inner', requestId: 'r' },
	],
	['88 alone', { errcode: 88, errmsg: 'outer' }, { code: '88', kind: 'refused', message: 'outer' }],
	['88, throttled', { errcode: 88, sub_code: 90018, sub_msg: 'inner' }, { code: '88/90018', kind: 'throttled' }],
	[
		'88, a permission with its page',
		{
			errcode: 88,
			errmsg: 'e',
			sub_code: '60011',
			sub_msg:
				'应用尚未开通所需的权限：[qyapi_get_member]，点击链接申请并开通即可：https://open-dev.dingtalk.com/appscope/apply?content=dingx%23qyapi_get_member',
		},
		{
			code: '88/60011',
			kind: 'permission',
			scopes: ['qyapi_get_member'],
			applyUrl: 'https://open-dev.dingtalk.com/appscope/apply?content=dingx%23qyapi_get_member',
		},
	],
	['a group robot, too fast, in other words', { errcode: 130101, errmsg: '' }, { code: '130101', kind: 'throttled' }],
	['a group robot, in other words', { errcode: 660026, errmsg: '' }, { code: '660026', kind: 'throttled' }],
	['a group robot, too fast', { errcode: 130101, errmsg: 'send too fast' }, { code: '130101', kind: 'throttled' }],
	['a group robot, too many', { errcode: 660026, errmsg: 'm' }, { code: '660026', kind: 'throttled' }],
	['work notifications a minute', { errcode: 143104, errmsg: 'm' }, { kind: 'throttled' }],
	['work notifications a day', { errcode: 143105, errmsg: 'm' }, { kind: 'refused' }],
	['an unknown robot', { errcode: 300001, errmsg: 'token is not exist' }, { code: '300001', kind: 'refused' }],
	['another unknown robot', { errcode: 300005, errmsg: 'token is not exist' }, { code: '300005', kind: 'refused' }],
	['errcode 0 that failed', { errcode: 0, success: false, errmsg: 'm' }, { code: 'success: false', message: 'm' }],
	['without a reason', { errcode: 0, success: 'false' }, { code: 'success: false', kind: 'refused' }],
	[
		'88 with its code in the words only',
		{ errcode: 88, errmsg: 'ding talk error[subcode=40014,submsg=x]' },
		{ code: '88/40014', kind: 'auth' },
	],
	[
		'a method before /topapi',
		{ a_b_response: { result: { ding_open_errcode: 33012, error_msg: 'm', is_success: false } } },
		{ code: '33012', message: 'm', kind: 'refused' },
	],
	['an unknown code', { errcode: 33012, errmsg: 'm' }, { code: '33012', kind: 'refused' }],
	['a code without words', { errcode: 33012 }, { message: 'no message' }],
	['lower-case errorcode', { errorcode: '33012', errmsg: 'm' }, { code: '33012', message: 'm' }],
];

test.each(legacy)('legacy: %s', (_, body, expected) => {
	expect(factsOf(200, body)).toMatchObject({ status: 200, ...expected });
});

const denied = (what: string) => `Forbidden.AccessDenied.${what}`;
const newApi: Array<[string, number, object, Partial<ErrorFacts>]> = [
	[
		'a bad token, as the error page says',
		400,
		{ code: 'InvalidAuthentication', message: 'm', requestid: 'R' },
		{ code: 'InvalidAuthentication', kind: 'auth', requestId: 'R' },
	],
	['a bad token, by status only', 401, {}, { code: 'HTTP 401', kind: 'auth' }],
	[
		'20 calls a second',
		403,
		{ code: denied('QpsLimitForAppkeyAndApi'), message: 'm', requestid: 'R' },
		{ kind: 'throttled' },
	],
	['all callers together', 403, { code: denied('QpsLimitForApi'), message: 'm' }, { kind: 'throttled' }],
	['a minute', 403, { code: denied('QpmLimitForAppkeyAndApi'), message: 'm' }, { kind: 'throttled' }],
	["the month's calls", 403, { code: denied('ApiCountLimitForOrg'), message: 'm' }, { kind: 'quota' }],
	['an IP that is not listed', 403, { code: denied('IpNotInWhiteList'), message: 'm' }, { kind: 'refused' }],
	['429 whatever its code', 429, { code: 'system.busy', message: 'm' }, { kind: 'throttled' }],
	['busy with 400', 400, { code: 'system.busy', message: 'm' }, { kind: 'busy' }],
	['broken', 500, { code: 'systemError', message: 'm' }, { kind: 'busy' }],
	['anything else', 400, { code: 'invalidParameter', message: 'm' }, { kind: 'refused' }],
	['an answer that is only text', 502, {}, { code: 'HTTP 502', message: 'HTTP 502', kind: 'busy' }],
	[
		'HTTP 200 with a code',
		200,
		{ code: 'content.dublication', message: 'm', requestid: 'R' },
		{ code: 'content.dublication', kind: 'refused' },
	],
	[
		'HTTP 200 with success false and a code, without a request id',
		200,
		{ success: false, code: 'param.error', message: 'm' },
		{ code: 'param.error', message: 'm', kind: 'refused' },
	],
	['HTTP 200 with success false alone', 200, { success: false }, { code: 'success: false' }],
	['an unknown code that tells of a rate', 400, { code: 'x', message: '请求过于频繁' }, { kind: 'throttled' }],
	[
		'a token that is missing',
		400,
		{ code: 'AuthenticationFailed.MissingParameter', message: 'm' },
		{ kind: 'refused' },
	],
	['not verified', 403, { code: 'orgAuthLevelNotEnough', message: 'm', requestid: 'R' }, { kind: 'refused' }],
	['a template that is not published', 400, { code: 'param.templateUnpublished', message: 'm' }, { kind: 'refused' }],
	['unknown, with 500', 500, { code: 'unknownError', message: 'm', requestid: 'R' }, { kind: 'busy' }],
	['a wrong suite', 400, { code: 'invalidSuiteKey', message: 'm', requestid: 'R' }, { kind: 'refused' }],
	[
		'HTTP 200 with success false',
		200,
		{ success: false, errorCode: 'TIANSHU_1', errorMsg: 'm' },
		{ code: 'TIANSHU_1', message: 'm' },
	],
	[
		'a permission, named in the detail',
		403,
		{
			code: denied('AccessTokenPermissionDenied'),
			requestid: 'R',
			message: 'm https://open-dev.dingtalk.com/appscope/apply?content=dingx%23Todo.Todo.Write',
			accessdenieddetail: { requiredScopes: ['Todo.Todo.Write'] },
		},
		{
			kind: 'permission',
			scopes: ['Todo.Todo.Write'],
			applyUrl: 'https://open-dev.dingtalk.com/appscope/apply?content=dingx%23Todo.Todo.Write',
		},
	],
	[
		'a permission, named in the words',
		403,
		{
			code: denied('AccessTokenPermissionDenied'),
			message: '应用尚未开通所需的权限：[Contact.User.Read, qyapi_get_member]，点击',
		},
		{ kind: 'permission', scopes: ['Contact.User.Read', 'qyapi_get_member'] },
	],
];

test.each(newApi)('new API: %s', (_, status, body, expected) => {
	expect(factsOf(status, body)).toMatchObject({ status, ...expected });
});

/** Every code that the list explains with "too many calls", "too fast" or "rate limit". */
const tooMany = [
	'request.too.fast',
	'request.too.tast',
	'request.too.frequent',
	'request.often',
	'request.limit',
	'request.overlimit',
	'requestTooMuch',
	'failure.operation.requestTooFast',
	'failure.operation.operatingFrequencyTooFast',
	'invokeFrequency',
	'invokeFrequentyly',
	'qps.exceed.limit',
	'oaplus.query.limit',
	'system.freq.limit',
	'systemError.busy',
	'send.too.fast',
	'send.toofast',
	'send.byToken.tooFast',
	'toomuch.msg',
	'too.many.group',
	'too.many.people',
	'updateSpeedfast',
	'throttling.device',
	'todo.taskCreate.flowControlError',
	'autoflowLikeTriggerRateLimited',
];
test.each(tooMany)('new API: %s is waited out', (code) => {
	expect(factsOf(400, { code, message: 'm' })?.kind).toBe('throttled');
});

/** Limits of size or number, which waiting does not lift. */
const tooLarge = [
	'invalidRequest.inputArgs.overLimit',
	'noticerOverLimit',
	'outTrackId.outOfLimit',
	'overQuota',
	'forbidden.document.sizeOverLimit',
	'exceedSubscribeLimit',
	'flowLimit',
	'meetingRoomNotAvailable',
];
test.each(tooLarge)('new API: %s is not', (code) => {
	expect(factsOf(400, { code, message: 'm' })?.kind).toBe('refused');
});

/** Good answers as the documentation shows them, some of which look like errors. */
const good: Array<[string, unknown]> = [
	['legacy', { errcode: 0, errmsg: 'ok', result: {} }],
	['legacy, as text', { errcode: '0', errmsg: 'ok' }],
	['exclusive/follow/message/send', { errorcode: '0', errmsg: 'success', task_id: 't' }],
	[
		'yida agents/insert: errorCode 000000',
		{ success: true, errorMsg: '代理创建失败', errorCode: '000000', result: 'Agent--X' },
	],
	[
		'microApp/agent/create/query: errorCode 200',
		{ taskId: 't', status: 'SUCCESS', errorCode: '200', errorMsg: '成功' },
	],
	[
		'aiot services invoke: the code of the device',
		{ status: 'SYNC_SUCCESS', invocationId: 'i', errorCode: 'invalidParameter', errorMsg: 'm' },
	],
	['a code that says ok', { code: '200', message: 'ok', requestId: 'r' }],
	['a code that is data', { code: 'A1', message: 'an entry', id: '1' }],
	['nothing', {}],
	['a list', [1]],
	['success false beside a result, as three pages show it', { success: false, result: { list: [{ id: 'a' }] } }],
	[
		'a card that was not delivered to one of its spaces',
		{ success: true, result: { deliverResults: [{ success: false }] } },
	],
	[
		'a method before /topapi',
		{ a_b_response: { result: { ding_open_errcode: 0, is_success: true }, request_id: 'r' } },
	],
	['a list that has no errmsg', { errcode: 0, process_instance: { errcode: 5 } }],
	['a flag', { result: true, success: true }],
	['status 1 as data', { status: 1 }],
];
test.each(good)('good: %s', (_, body) => {
	expect(errorIn({ status: 200, headers: {}, body })).toBeUndefined();
});

test('the page before a banned IP, as JSON and as a page', () => {
	expect(factsOf(200, { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: 'u' })).toMatchObject({
		code: '1111',
		kind: 'throttled',
	});
	expect(factsOf(403, { status: '1111', wait: 5 })).toMatchObject({ code: '1111', kind: 'throttled' });
	expect(
		htmlError(200, '<script>{"action":"deny","url":"https://x/_____tmd_____/punish?x5secdata=a"}</script>').kind,
	).toBe('throttled');
	expect(htmlError(200, '<h1>Sorry, your request was denied</h1>').kind).toBe('throttled');
});

test('other pages are no ban: waiting would not help', () => {
	expect(htmlError(200, '<title>Welcome to nginx!</title> please wait').facts).toMatchObject({
		code: 'html',
		kind: 'refused',
		ours: true,
	});
	expect(htmlError(502, '<h1>Bad Gateway</h1>').facts).toMatchObject({ code: 'HTTP 502', kind: 'busy' });
	expect(htmlError(404, '<link href="/assets/app.x5f1.css">').kind).toBe('refused');
});

test.each([301, 302, 307])('a redirect (%i) is no answer of DingTalk', (status) => {
	expect(factsOf(status, {})).toMatchObject({ code: `HTTP ${status}`, kind: 'refused', ours: true });
});

test.each([
	['ECONNREFUSED', 'unreachable'],
	['ENOTFOUND', 'unreachable'],
	['EAI_AGAIN', 'unreachable'],
	['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable'],
	['ECONNRESET', 'broken'],
	['EPIPE', 'broken'],
	['ETIMEDOUT', 'broken'],
	['ECONNABORTED', 'broken'],
	['', 'broken'],
])('without an answer: %s is %s', (code, kind) => {
	const cause = new Error('socket');
	const error = networkError(code, 'api.dingtalk.com', cause);
	expect(error).toMatchObject({ kind, cause, code: code || 'network' });
	expect(error.message).toContain('api.dingtalk.com');
});

test('an error keeps its facts and is one', () => {
	const error = new DingTalkError({ code: 'c', kind: 'refused', message: 'm' });
	expect(error).toBeInstanceOf(Error);
	expect({ ...error, message: error.message }).toMatchObject({
		name: 'DingTalkError',
		code: 'c',
		kind: 'refused',
		message: 'm',
		facts: { code: 'c' },
	});
});
