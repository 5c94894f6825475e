/** What an error says in its words. */
import { errorIn, type ErrorFacts } from '../../../nodes/protocol/errors';

const factsOf = (status: number, body: unknown, headers: Record<string, unknown> = {}) =>
	errorIn({ status, headers, body })?.facts;

/** Codes that no page has: what the answer says decides. */
const spoken: Array<[string, ErrorFacts['kind']]> = [
	['请求过于频繁，请稍后再试', 'throttled'],
	['发送速度太快而限流', 'throttled'],
	['从 A 到 B 请求总次数超过 1200 次', 'throttled'],
	['您的企业调用当前接口的请求都被暂时禁用了', 'throttled'],
	['Send too fast, exceed 20 times per minute', 'throttled'],
	['超过了该接口的 QPS, qps limit exceeded', 'throttled'],
	['企业本月的调用次数已用完', 'quota'],
	['没有调用该接口的权限', 'permission'],
	['应用尚未开通所需的权限：[qyapi_x]', 'permission'],
	['不合法的access_token', 'auth'],
	['系统繁忙', 'busy'],
	['too many users in the list', 'refused'],
	['参数个数超过限制', 'refused'],
	['token is not exist', 'refused'],
	['没有权限操作该群', 'refused'],
	['access_token不存在', 'refused'],
];
test.each(spoken)('legacy, by its words: %s', (errmsg, kind) => {
	expect(factsOf(200, { errcode: 987654, errmsg })?.kind).toBe(kind);
});

test('a code that is known is not judged by its words', () => {
	expect(factsOf(200, { errcode: 90020, errmsg: '请求过于频繁' })?.kind).toBe('quota');
});

describe('a limit whose end the answer names', () => {
	const ends = (moment: string) => `qps，从 2026-09-03 00:01:02 起请求总次数超过 1200 次, 限制将在 ${moment} 结束.`;
	const date = 'Wed, 02 Sep 2026 16:01:02 GMT';

	test.each<[string, number, object, number | undefined]>([
		['legacy', 200, { errcode: 88, sub_code: '90002', sub_msg: ends('2026-09-03 00:01:03') }, 1000],
		['in the outer words', 200, { errcode: 90018, errmsg: ends('2026-09-03 00:06:02') }, 300_000],
		['in older words', 200, { errcode: 90002, errmsg: '处罚将在 2026-09-03 00:01:07 结束.' }, 5000],
		['new', 403, { code: 'Forbidden.AccessDenied.QpsLimitForApi', message: '限制将在 2026-09-03 00:01:04 结束' }, 2000],
		['that has passed', 200, { errcode: 90018, errmsg: ends('2026-09-03 00:01:01') }, undefined],
		['that is no moment', 200, { errcode: 90018, errmsg: '限制将在 soon 结束' }, undefined],
	])('%s', (_, status, body, waitMs) => {
		expect(factsOf(status, body, { date })).toMatchObject({ kind: 'throttled' });
		expect(factsOf(status, body, { date })?.waitMs).toBe(waitMs);
	});

	test('counts by the clock of the server that answered, and more than a header', () => {
		const body = { errcode: 90018, errmsg: ends('2026-09-03 00:01:03') };
		expect(factsOf(200, body, { date, 'retry-after': '30' })?.waitMs).toBe(1000);
		expect(factsOf(200, body, { 'retry-after': '30' })?.waitMs).toBe(30_000);
		expect(factsOf(200, body, {})?.waitMs).toBeUndefined();
	});
});

test.each([
	['点击申请：https://open-dev.dingtalk.com/appscope/apply?content=a%23qyapi_x,', 'a%23qyapi_x'],
	['https://open-dev.dingtalk.com/appscope/apply?content=a%23qyapi_x，', 'a%23qyapi_x'],
	['(https://open-dev.dingtalk.com/appscope/apply?content=a%23Todo.Todo.Write).', 'a%23Todo.Todo.Write'],
	['"https://open-dev.dingtalk.com/appscope/apply?content=a%23b",', 'a%23b'],
	['https://open-dev.dingtalk.com/appscope/apply?content=a,b,', 'a,b'],
])('the apply link ends before the sentence goes on: %s', (errmsg, content) => {
	expect(factsOf(200, { errcode: 60011, errmsg })?.applyUrl).toBe(
		`https://open-dev.dingtalk.com/appscope/apply?content=${content}`,
	);
});

test('how long to wait, when the answer says so', () => {
	expect(factsOf(429, {}, { 'retry-after': '7' })?.waitMs).toBe(7000);
	for (const value of ['86400', '1e12', 'Infinity', '99999999999999999999'])
		expect(factsOf(429, {}, { 'retry-after': value })?.waitMs).toBe(60_000);
	for (const value of ['0', '-7', 'soon', ''])
		expect(factsOf(429, {}, { 'retry-after': value })?.waitMs).toBeUndefined();
	expect(factsOf(429, {}, { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' })?.waitMs).toBeUndefined();
	expect(factsOf(429, {}, {})?.waitMs).toBeUndefined();
});
