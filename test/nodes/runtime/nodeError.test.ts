import { stringify } from 'flatted';
import type { INode } from 'n8n-workflow';
import { DingTalkError, errorIn, htmlError, networkError, type ErrorFacts } from '../../../nodes/protocol/errors';
import { codeHints } from '../../../nodes/runtime/hints';
import { inputSentences, redact, secretsOf, toNodeError, type About } from '../../../nodes/runtime/nodeError';
import { InputError } from '../../../nodes/runtime/operation';
import { field } from '../../support/form';

const node: INode = { id: 'n', name: 'DingTalk', type: 't', typeVersion: 1, position: [0, 0], parameters: {} };
const about: About = {
	action: 'Create a to-do',
	permission: 'Todo.Todo.Write',
	docs: 'https://open.dingtalk.com/document/development/add-dingtalk-to-do-task',
	itemIndex: 3,
};
const sentence = (facts: Partial<ErrorFacts>, secrets: unknown[] = []) =>
	toNodeError(node, new DingTalkError({ code: 'c', kind: 'refused', message: 'm', ...facts }), about, secrets);

/** All that n8n could save or show of an error: every member and every cause, enumerable or not. */
function everythingOf(error: unknown): string {
	const seen = new Set<unknown>();
	const parts: string[] = [];
	const walk = (value: unknown) => {
		if (typeof value === 'string') parts.push(value);
		if (typeof value !== 'object' || value === null || seen.has(value)) return;
		seen.add(value);
		for (const name of Object.getOwnPropertyNames(value)) walk(Reflect.get(value, name));
	};
	walk(error);
	return parts.join('\n') + stringify(error) + JSON.stringify(error);
}

test('what happened, DingTalk’s code and request id, what to do, where to read on', () => {
	const error = sentence({ code: '60121', message: '找不到该用户', requestId: 'r1' });
	expect(error.message).toBe('Create a to-do: DingTalk answered "找不到该用户" (code 60121, request id r1)');
	expect(error.description).toContain('No such person');
	expect(error.description).toMatch(/找不到该用户/);
	expect(error.description).toContain('add-dingtalk-to-do-task');
	expect(error.context).toMatchObject({
		itemIndex: 3,
		code: '60121',
		requestId: 'r1',
		dingTalkMessage: '找不到该用户',
	});
});

test('our own words are not put into DingTalk’s mouth', () => {
	const refused = toNodeError(node, networkError('ECONNREFUSED', 'api.example', undefined), about);
	expect(refused.message).toBe('Create a to-do: no connection to api.example (code ECONNREFUSED)');
	expect(refused.description).toContain('Check the host');
	expect(toNodeError(node, htmlError(200, '<html>'), about).description).toContain('Check the host');
	const ban = errorIn({ status: 200, headers: {}, body: { status: 1111 } });
	expect(toNodeError(node, ban, about).message).not.toContain('answered');
});

test('a missing permission: its name and the page where it is granted', () => {
	const named = sentence({
		kind: 'permission',
		scopes: ['Todo.Todo.Write', 'qyapi_x'],
		applyUrl: 'https://open-dev.dingtalk.com/appscope/apply?content=k',
	});
	expect(named.description).toContain(
		'Todo.Todo.Write, qyapi_x (https://open-dev.dingtalk.com/appscope/apply?content=k)',
	);
	const silent = sentence({ kind: 'permission' });
	expect(silent.description).toContain('Todo.Todo.Write (https://open-dev.dingtalk.com)');
});

test.each([
	['auth', 'Client ID and Client Secret'],
	['throttled', 'Calls per Second'],
	['quota', 'API calls of this month'],
	['busy', 'Try again later'],
	['unreachable', 'Check the host'],
	['broken', 'may have been carried out'],
	['refused', 'Check the fields'],
] as const)('a remedy for %s, in both languages', (kind, words) => {
	const { description } = sentence({ kind });
	expect(description).toContain(words);
	expect(description).toMatch(/\p{Script=Han}/u);
});

test.each([
	['broken', 1, 'so it was not repeated'],
	['broken', 4, 'The call was made 4 times'],
	['busy', 1, 'may have been carried out already'],
	['busy', 4, 'The call was made 4 times'],
	['unreachable', 4, 'It was tried 4 times. Check the host'],
	['throttled', 11, 'Calls per Second'],
	['refused', 2, 'Check the fields'],
] as const)('%s after %i attempts: what was done is what is said', (kind, attempts, words) => {
	const { description } = sentence({ kind, attempts });
	expect(description).toContain(words);
	if (attempts > 1) expect(description).not.toMatch(/not repeated|没有自动重试|may have been carried out/);
});

test.each(['60011', '88/60011', 'Forbidden.AccessDenied.AccessTokenPermissionDenied'])(
	'a permission by its code %s: its scopes and the page too',
	(code) => {
		const { description } = sentence({ code, kind: 'permission', scopes: ['qyapi_x'], applyUrl: 'https://open-dev/a' });
		expect(description).toContain('apply for it: qyapi_x (https://open-dev/a).\n');
		expect(description).toContain('申请该权限：qyapi_x（https://open-dev/a）。');
	},
);

test('a product knows more about a code than all products', () => {
	const hints = { '40035': { en: 'The sheet is locked.', zh: '数据表已锁定。' } };
	const error = (code: string) => new DingTalkError({ code, kind: 'refused', message: 'm' });
	expect(toNodeError(node, error('88/40035'), { hints }).description).toBe('The sheet is locked.\n数据表已锁定。');
	expect(toNodeError(node, error('60121'), { hints }).description).toContain('No such person');
});

test.each(['constructor', '__proto__', '88/toString', 'hasOwnProperty'])('a code %s is none of ours', (code) => {
	expect(toNodeError(node, new DingTalkError({ code, kind: 'refused', message: 'm' })).description).toContain('Check');
});

test('the code within 88 decides', () => {
	expect(sentence({ code: '88/60020' }).description).toBe(sentence({ code: '60020' }).description);
});

test.each(
	'60011 90018 90002 90020 40014 42001 88 143103 143104 854001 41052 20001 130101 660026 300001 300005 40096'.split(
		' ',
	),
)('what people meet most has its own remedy: %s', (code) => {
	expect(sentence({ code, message: 'm' }).description).not.toContain('Check the fields of this operation');
	expect(codeHints).toHaveProperty(code);
});

test('every remedy is written in both languages', () => {
	for (const { en, zh } of Object.values(codeHints)) {
		expect(en).toMatch(/^[A-Z].*[.!]$/s);
		expect(zh).toMatch(/\p{Script=Han}/u);
	}
});

describe('no secret comes out', () => {
	const credential = {
		clientId: 'dingabc',
		clientSecret: 'the-client-secret',
		accessToken: 'the-access-token',
		callbackToken: 'the-callback-token',
		callbackAesKey: 'the-callback-aes-key',
		secret: 'SEC-the-robot-secret',
		webhook: 'https://oapi.dingtalk.com/robot/send?access_token=the-robot-token',
	};
	const secrets = [...Object.values(credential).slice(1, 6), 'the-robot-token'];

	test.each(secrets)('%s', (secret) => {
		const message = `bad: ${secret} at https://oapi.dingtalk.com/robot/send?access_token=${secret}&timestamp=1&sign=abc%2Bdef%3D`;
		const cause = new DingTalkError({ code: 'c', kind: 'refused', message, requestId: 'r' });
		expect(everythingOf(toNodeError(node, cause, about, secretsOf(credential)))).not.toContain(secret);
		expect(everythingOf(toNodeError(node, new Error(message), about, secretsOf(credential)))).not.toContain(secret);
	});

	test.each<Partial<ErrorFacts>>([
		{ code: 'InvalidAuthentication.the-access-token' },
		{ code: '88/the-access-token' },
		{ requestId: 'the-access-token' },
		{ kind: 'permission', scopes: ['the-access-token'] },
		{ kind: 'permission', applyUrl: 'https://open-dev.dingtalk.com/?content=the-access-token' },
	])('in what is no message: %j', (facts) => {
		const found = everythingOf(sentence({ ...facts, message: 'm' }, secretsOf(credential)));
		expect(found).not.toContain('the-access-token');
		expect(found).toContain('***');
	});

	test('a robot’s bare token', () => {
		expect(
			everythingOf(sentence({ message: 'no robot bare-robot-token' }, secretsOf({ webhook: 'bare-robot-token' }))),
		).not.toContain('bare-robot-token');
	});

	test.each([
		['https://x/y?access_token=aaaaaa&z=1', 'https://x/y?access_token=***&z=1'],
		['https://x/robot/sendBySession?session=bbbbbb', 'https://x/robot/sendBySession?session=***'],
		['https://x/?timestamp=1&sign=cc%2Bcc', 'https://x/?timestamp=1&sign=***'],
		['https://x/gettoken?appkey=k&appsecret=dddddd', 'https://x/gettoken?appkey=k&appsecret=***'],
		['wss://x/connect?ticket=eeeeee', 'wss://x/connect?ticket=***'],
	])('a signed URL: %s', (text, clean) => {
		expect(redact(text)).toBe(clean);
	});

	test('short values are no secrets: they would blot out ordinary words', () => {
		expect(redact('to be', ['to', '', undefined])).toBe('to be');
	});
});

test('the cause is kept, without its secrets', () => {
	const socket = new TypeError('read ECONNRESET the-secret', { cause: new Error('TLS') });
	const error = toNodeError(node, networkError('ECONNRESET', 'h', socket), about, ['the-secret']);
	expect(error.cause).toBeInstanceOf(DingTalkError);
	const { cause } = error.cause as DingTalkError;
	expect(cause).toMatchObject({ name: 'TypeError', message: 'read ECONNRESET ***', cause: { message: 'TLS' } });
	const other = toNodeError(node, new Error('outer', { cause: new Error('inner the-secret') }), about, ['the-secret']);
	expect(other.cause).toMatchObject({ message: 'outer', cause: { message: 'inner ***' } });
});

test('causes that go round in a circle have an end', () => {
	const error = new Error('round');
	error.cause = error;
	expect(toNodeError(node, error).message).toBe('round');
});

test('bad input: the field, in both languages, for its item', () => {
	const error = toNodeError(node, new InputError('Subject', 'is empty', '为空'), about);
	expect(error).toMatchObject({
		name: 'NodeOperationError',
		message: 'Subject: is empty',
		description: 'Subject：为空',
		context: { itemIndex: 3 },
	});
});

test('bad input is told under the label that the builder sees, in the language of the build first', () => {
	const space = field('string', { displayName: 'Space', zh: { name: '空间', description: '共享空间' } });
	const fields = [field('collection', { displayName: 'Additional Fields', zh: '附加字段', options: [space] })];
	const error = new InputError('Space', 'is empty', '为空');
	expect(toNodeError(node, error, { ...about, fields })).toMatchObject({
		message: 'Space: is empty',
		description: '空间（Space）：为空',
	});
	expect(inputSentences(error, fields, 'zh-CN')).toEqual({ message: '空间：为空', description: 'Space: is empty' });
});

test('an error that is a sentence already stays as it is', () => {
	const ready = sentence({});
	expect(toNodeError(node, ready, {})).toBe(ready);
});
