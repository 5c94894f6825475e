import { isPlainValue, pasted } from '../../../nodes/protocol/pasted';

const URL_ = 'https://oapi.dingtalk.com/robot/send?access_token=abc';

test.each<[unknown, string]>([
	['dingabc', 'dingabc'],
	[' dingabc\r\n', 'dingabc'],
	['"dingabc"', 'dingabc'],
	["'dingabc',", 'dingabc'],
	['`dingabc`', 'dingabc'],
	['“dingabc”', 'dingabc'],
	['\u200bding\u200dabc\ufeff', 'dingabc'],
	['ｄｉｎｇ１', 'ding1'],
	['\u3000\u00a0dingabc', 'dingabc'],
	['AppKey: dingabc', 'dingabc'],
	['AppKey：dingabc', 'dingabc'],
	['"client_id": "dingabc",', 'dingabc'],
	['Client ID（原 AppKey 和 SuiteKey）：dingabc', 'dingabc'],
	['AppSecret = abc-_D', 'abc-_D'],
	['加签密钥：SECabc', 'SECabc'],
	['加密 aes_key：abc', 'abc'],
	['access_token=abc', 'abc'],
	['?access_token=abc', 'abc'],
	[`Webhook: ${URL_}`, URL_],
	[`"${URL_}"`, URL_],
	['https：//oapi.dingtalk.com/robot/send？access_token＝abc', URL_],
	// What might be two values, or none, stays for the credential test to name.
	['dingabc\nSecretOfIt', 'dingabc\nSecretOfIt'],
	['my token', 'my token'],
	['key-of-somebody', 'key-of-somebody'],
	['idabcsecret', 'idabcsecret'],
	['SECabc', 'SECabc'],
	[1185599675, '1185599675'],
	[undefined, ''],
	[null, ''],
	['""', ''],
])('%j is %j', (given, meant) => {
	expect(pasted(given)).toBe(meant);
	// Once more changes nothing.
	expect(pasted(pasted(given))).toBe(meant);
});

test.each<[string, boolean]>([
	['dingabc-_1.~', true],
	['', false],
	['my token', false],
	['a\nb', false],
	['密钥', false],
])('%j could be a value: %p', (value, could) => {
	expect(isPlainValue(value)).toBe(could);
});

test('a text of any length in linear time', () => {
	for (const text of [' '.repeat(1_000_000) + 'a', 'key('.repeat(250_000), 'id: '.repeat(250_000)])
		expect(pasted(text).length).toBeGreaterThan(0);
});
