import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { failedEvent } from '../../../../nodes/protocol/callback/failed';
import { getFailed } from '../../../../nodes/DingTalk/resources/eventSubscription/getFailed';
import { register } from '../../../../nodes/DingTalk/resources/eventSubscription/register';
import { update } from '../../../../nodes/DingTalk/resources/eventSubscription/update';
import type { Api } from '../../../../nodes/runtime/operation';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { encrypt, signature } from '../../../../sandbox/crypto';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';
import { wire } from '../../../support/wire';

const TOKEN = 'dingtalk';
const AES_KEY = 'k'.repeat(43);
const FAILED = '/call_back/get_call_back_failed_result';

let sandbox: Sandbox;
/** Stands where a workflow's webhook would: answers with the encrypted "success". */
let receiver: Server;
let url: string;

beforeAll(async () => {
	sandbox = await startSandbox();
	receiver = createServer((_, response) => {
		const encrypted = encrypt(AES_KEY, sandbox.company.corpId, 'success');
		response.end(
			JSON.stringify({
				msg_signature: signature(TOKEN, '1', 'n', encrypted),
				timeStamp: '1',
				nonce: 'n',
				encrypt: encrypted,
			}),
		);
	});
	await new Promise<void>((done) => receiver.listen(0, '127.0.0.1', done));
	url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/webhook`;
});
afterAll(async () => {
	receiver.close();
	await sandbox.close();
});
afterEach(() => {
	expect(sandbox.problems()).toEqual([]);
	sandbox.clearLog();
	sandbox.clearFaults();
});

const call = (operation: string, parameters: object = {}) => ({
	credentials: sandboxCredentials(sandbox, { callbackToken: TOKEN, callbackAesKey: AES_KEY }),
	parameters: { resource: 'eventSubscription', operation, ...parameters },
});
const basic = {
	url: 'https://www.dingtalk.com',
	eventTypes: ['user_add_org', 'user_modify_org', 'user_leave_org'],
	token: TOKEN,
	aesKey: AES_KEY,
};
const body = {
	call_back_tag: ['user_add_org', 'user_modify_org', 'user_leave_org'],
	token: TOKEN,
	aes_key: AES_KEY,
	url: 'https://www.dingtalk.com',
};

test.each([
	[register, '/call_back/register_call_back'],
	[update, '/call_back/update_call_back'],
] as const)('register and update send the same', async (operation, path) => {
	expect(await wire(operation, basic)).toEqual({
		method: 'POST',
		host: 'oapi',
		path,
		api: path,
		query: {},
		headers: {},
		body,
	});
});

test('types beyond the list, each once; types as text of an expression; keys of the credential', async () => {
	const more = { ...basic, eventTypes: ['check_in'], moreEventTypes: 'attendance_check_record， check_in' };
	expect((await wire(register, more)).body).toMatchObject({ call_back_tag: ['check_in', 'attendance_check_record'] });
	expect((await wire(register, { ...basic, eventTypes: 'check_in,chat_quit' })).body).toMatchObject({
		call_back_tag: ['check_in', 'chat_quit'],
	});
	const keys = { callbackToken: 'fromCredential', callbackAesKey: 'c'.repeat(43) };
	expect((await wire(register, { ...basic, token: '', aesKey: '' }, { credential: keys })).body).toMatchObject({
		token: 'fromCredential',
		aes_key: 'c'.repeat(43),
	});
});

test.each<[string, object, string]>([
	[
		'a URL without scheme, as in the example of the page',
		{ url: 'www.dingtalk.com' },
		'URL: must be a whole address with https://, not "www.dingtalk.com"',
	],
	['another scheme', { url: 'ftp://a.cn' }, 'URL: must be a whole address'],
	['no event type', { eventTypes: [] }, 'Event Types: is empty'],
	['a short token', { token: '12345' }, 'Token: must have 6 to 63 characters'],
	['a long token', { token: 'x'.repeat(64) }, 'Token: has 64 characters'],
	['an AES key of 42', { aesKey: 'k'.repeat(42) }, 'AES Key: must be 43 letters and digits'],
	['an AES key with a plus', { aesKey: `+${'k'.repeat(42)}` }, 'AES Key: must be 43 letters and digits'],
	[
		'no token anywhere',
		{ token: '' },
		'Token: is empty. Fill it in here, or fill in "Callback Token" of the DingTalk credential',
	],
])('refused: %s', async (_, parameters, sentence) => {
	await expect(wire(register, { ...basic, ...parameters })).rejects.toThrow(sentence);
});

test('a URL is registered, queried without its secrets, changed and deleted', async () => {
	expect(await outputs(call('register', { url, eventTypes: ['user_add_org'] }))).toEqual([{ success: true }]);
	expect(await outputs(call('get'))).toEqual([{ url, eventTypes: ['user_add_org'] }]);
	await outputs(
		call('update', { url: `${url}/2`, eventTypes: ['bpms_instance_change'], moreEventTypes: 'todo_task_update' }),
	);
	expect(await outputs(call('get'))).toEqual([
		{ url: `${url}/2`, eventTypes: ['bpms_instance_change', 'todo_task_update'] },
	]);
	expect(await outputs(call('delete'))).toEqual([{ success: true }]);
	await expect(execute(call('get'))).rejects.toMatchObject({ context: { code: '71007' } });
});

test('a URL that does not answer right is named as the trouble', async () => {
	const wrong = call('register', { url, eventTypes: ['user_add_org'], token: 'another token' });
	await expect(execute(wrong)).rejects.toMatchObject({ context: { code: '71009' } });
});

const failing = (count: number) =>
	Array.from({ length: count }, (_, n) => ({
		call_back_tag: 'check_in',
		event_time: n,
		check_in: { corpid: 'ding1', callbackData: { n } },
	}));

test('450 failed events are read in three calls, one item each', async () => {
	sandbox.failedEvents.push(...failing(450));
	const events = await outputs(call('getFailed'));
	expect(events).toHaveLength(450);
	expect(events[449]).toEqual({ eventType: 'check_in', eventTime: 449, corpId: 'ding1', data: { n: 449 } });
	expect(sandbox.log.filter(({ path }) => path === FAILED)).toHaveLength(3);
	expect(await outputs(call('getFailed'))).toEqual([]);
});

test('what was read is not lost when a later call fails', async () => {
	const pages = [{ failed_list: failing(200), has_more: true }];
	const next = async () =>
		await (pages.length > 0 ? Promise.resolve(pages.shift() ?? {}) : Promise.reject(new Error('quota used up')));
	const events = await getFailed.run(
		{ limit: Infinity } as Parameters<typeof getFailed.run>[0],
		{ call: next } as unknown as Api,
	);
	expect(events).toHaveLength(201);
	expect(events).toHaveProperty([200], {
		error: 'After 200 events DingTalk answered "quota used up"; there may be more',
	});
});

test('a broken call is not repeated: its events are gone, and the next ones are not to be mixed with them', async () => {
	sandbox.failedEvents.push(...failing(3));
	sandbox.fault({ match: FAILED, kind: 'reset', after: true });
	await expect(execute(call('getFailed'))).rejects.toThrow();
	expect(sandbox.log.filter(({ path }) => path === FAILED)).toHaveLength(1);
});

/** The three entries of the documentation's example, and the two ways to write an approval's data. */
test.each<[string, object, object]>([
	[
		'an employee’s event',
		{
			user_add_org: { userid: ['zhangsan'], corpid: 'ding24' },
			call_back_tag: 'user_add_org',
			event_time: 1606126433000,
		},
		{ eventType: 'user_add_org', eventTime: 1606126433000, corpId: 'ding24', data: { userid: ['zhangsan'] } },
	],
	[
		'an approval’s',
		{
			bpms_instance_change: { bpmsCallBackData: { type: 'finish' }, corpid: 'ding24' },
			call_back_tag: 'bpms_instance_change',
			event_time: 1,
		},
		{ eventType: 'bpms_instance_change', eventTime: 1, corpId: 'ding24', data: { type: 'finish' } },
	],
	[
		'an approval’s as text',
		{
			bpms_instance_change: '{"bpmsCallBackData":"{\\"type\\":\\"finish\\"}","corpid":"ding24"}',
			call_back_tag: 'bpms_instance_change',
			event_time: 1,
		},
		{ eventType: 'bpms_instance_change', eventTime: 1, corpId: 'ding24', data: { type: 'finish' } },
	],
	[
		'a role’s',
		{ label_conf_add: { roleLabelChange: {}, corpid: 'ding24' }, call_back_tag: 'label_conf_add', event_time: 1 },
		{ eventType: 'label_conf_add', eventTime: 1, corpId: 'ding24', data: {} },
	],
	[
		'text that is no JSON',
		{ check_in: '{broken', call_back_tag: 'check_in', event_time: 1 },
		{ eventType: 'check_in', eventTime: 1, corpId: undefined, data: { value: '{broken' } },
	],
])('%s', (_, entry, expected) => {
	expect(failedEvent(entry as Parameters<typeof failedEvent>[0])).toEqual(expected);
});
