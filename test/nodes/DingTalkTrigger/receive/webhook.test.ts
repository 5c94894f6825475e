import { createHmac } from 'node:crypto';

import { type Sandbox, startSandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { dingTalk } from '../../protocol/callback/calls';
import { webhookTrigger } from '../contexts';

let sandbox: Sandbox;
const closing: Array<() => Promise<void>> = [];

beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	for (const close of closing.splice(0)) await close();
	sandbox.callback.registration = undefined;
});
afterAll(async () => await sandbox.close());

let ids = 0;
async function start(parameters: object = {}, credential: object = {}, saved = {}) {
	const data = { ...sandboxCredentials(sandbox).dingTalkApi, ...credential };
	const trigger = await webhookTrigger(
		{ receive: ['events', 'robotMessages', 'cardCallbacks'], events: ['*'], ...parameters },
		data,
		`hook${++ids}`,
		saved,
	);
	closing.push(trigger.close);
	return { ...trigger, token: String(data.callbackToken) };
}

const automatic = { registration: 'automatic', events: ['check_in', 'todo_task_create'] };

/** Waits for the sandbox to have pushed so many events. */
async function pushed(many: number) {
	const sent = () => sandbox.callback.sent.filter(({ eventType }) => eventType !== 'check_url');
	const before = sent().length;
	while (sent().length < before + many) await new Promise((resolve) => setImmediate(resolve));
	return sent().slice(before);
}

describe('registration', () => {
	test('registers its URL with the check of DingTalk passed, and deletes it', async () => {
		const trigger = await start(automatic);
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(sandbox.callback.registration).toMatchObject({ url: trigger.url, tags: ['check_in', 'todo_task_create'] });
		expect(await trigger.exists()).toBe(true);
		expect(trigger.started).toEqual([]);
		await trigger.deactivate();
		expect(sandbox.callback.registration).toBeUndefined();
		await trigger.deactivate();
	});

	test('other events update the registration; all events register every type that comes over HTTP', async () => {
		const trigger = await start({ ...automatic, events: ['*'] });
		sandbox.callback.registration = {
			url: trigger.url,
			token: 'abcdef',
			aesKey: 'a'.repeat(43),
			tags: ['check_in'],
			owner: 'o',
		};
		expect(await trigger.exists()).toBe(false);
		await trigger.activate();
		expect(sandbox.callback.registration?.tags?.length).toBeGreaterThan(150);
		expect(await trigger.exists()).toBe(true);
	});

	test("another URL is named, not replaced, unless that is wished; another's is not deleted", async () => {
		const other = {
			url: 'https://other.example/',
			token: 'abcdef',
			aesKey: 'a'.repeat(43),
			tags: ['check_in'],
			owner: 'o',
		};
		sandbox.callback.registration = other;
		const trigger = await start(automatic);
		await expect(trigger.activate()).rejects.toThrow('https://other.example/');
		await trigger.deactivate();
		expect(sandbox.callback.registration).toBe(other);
		const replacing = await start({ ...automatic, options: { replaceUrl: true } });
		await replacing.activate();
		expect(sandbox.callback.registration?.url).toBe(replacing.url);
	});

	test("its own URL of before is updated, not taken for another's; deactivated it is deleted", async () => {
		const before = await start(automatic);
		await before.activate();
		const after = await start(automatic, {}, before.staticData());
		expect(after.url).not.toBe(before.url);
		await after.activate();
		expect(sandbox.callback.registration?.url).toBe(after.url);
		const unchanged = await start(automatic, {}, after.staticData());
		await unchanged.deactivate();
		expect(sandbox.callback.registration).toBeUndefined();
	});

	test('other keys in the credential update the registration', async () => {
		const trigger = await start(automatic);
		await trigger.activate();
		const registered = { ...sandbox.callback.registration } as NonNullable<typeof sandbox.callback.registration>;
		for (const changed of [{ token: 'before1' }, { aesKey: 'b'.repeat(43) }]) {
			sandbox.callback.registration = { ...registered, ...changed };
			expect(await trigger.exists()).toBe(false);
			await trigger.activate();
			expect(sandbox.callback.registration).toMatchObject({ token: registered.token, aesKey: registered.aesKey });
		}
	});

	test("a test run takes an active workflow's place in no case", async () => {
		const options = { replaceUrl: true };
		const active = await start({ ...automatic, options });
		await active.activate();
		const test = await start({ ...automatic, options }, {}, active.staticData());
		await expect(test.activate('default', 'manual')).rejects.toThrow(active.url);
		expect(sandbox.callback.registration?.url).toBe(active.url);
		await active.deactivate();
		await test.activate('default', 'manual');
		expect(sandbox.callback.registration?.url).toBe(test.url);
	});

	test('manual registration calls nothing; a credential without usable keys is named', async () => {
		const manual = await start();
		sandbox.clearLog();
		await manual.activate();
		await manual.activate('setup');
		await manual.deactivate();
		expect(sandbox.log).toEqual([]);
	});

	test.each([automatic, {}])('events without usable keys are refused at the activation (%j)', async (parameters) => {
		for (const credential of [
			{ callbackAesKey: 'short' },
			{ callbackToken: '' },
			{ callbackToken: 'abc12' },
			{ callbackToken: 'not letters' },
		])
			await expect((await start(parameters, credential)).activate()).rejects.toThrow('callback token (6 to 63');
	});

	test('messages and cards alone need no AES key; a token that is there must be long enough', async () => {
		const receive = ['robotMessages', 'cardCallbacks'];
		await (await start({ receive }, { callbackToken: '', callbackAesKey: '' })).activate();
		await (await start({ receive }, { callbackToken: 'abc123', callbackAesKey: '' })).activate();
		await expect((await start({ receive }, { callbackToken: 'abc12' })).activate()).rejects.toThrow('callback token');
	});

	test('the card URL is registered under its key, signed with the token', async () => {
		const trigger = await start({ ...automatic, options: { cardRouteKey: 'key' } });
		sandbox.clearLog();
		await trigger.activate('setup');
		expect(sandbox.log.find(({ path }) => path === '/v1.0/card/callbacks/register')?.body).toEqual({
			callbackRouteKey: 'key',
			callbackUrl: trigger.cardUrl,
			apiSecret: trigger.token,
			forceUpdate: true,
		});
	});
});

describe('calls', () => {
	test('an event starts the workflow, is answered as DingTalk wants, and runs once', async () => {
		const trigger = await start(automatic);
		await trigger.activate();
		const wanted = pushed(3);
		sandbox.push('todo_task_create', { taskId: 't', unionIdList: ['u'], bizTag: 'b' }, { via: 'http', eventId: 'e1' });
		sandbox.push('check_in', { staffId: 's' }, { via: 'http', eventId: 'e2' });
		sandbox.push('check_in', { staffId: 's' }, { via: 'http', eventId: 'e2' });
		expect((await wanted).map(({ result }) => result)).toEqual(['success', 'success', 'success']);
		expect(trigger.started.map(({ json }) => json.eventId).sort()).toEqual(['e1', 'e2']);
		const { json } = trigger.started.find((one) => one.json.eventId === 'e1') ?? {};
		expect(json).toMatchObject({
			eventType: 'todo_task_create',
			corpId: sandbox.company.corpId,
			data: { taskId: 't', unionIdList: ['u'] },
		});
	});

	test('an event that is filtered out is answered and starts nothing', async () => {
		const trigger = await start({ ...automatic, events: ['todo_task_create'] });
		await trigger.activate();
		// The console may send more than the node asked for.
		Object.assign(sandbox.callback.registration ?? {}, { tags: undefined });
		const all = pushed(1);
		sandbox.push('check_in', { staffId: 's' }, { via: 'http' });
		expect((await all)[0].result).toBe('success');
		expect(trigger.started).toEqual([]);
	});

	test("a push for another app or with another app's key is refused", async () => {
		const trigger = await start(automatic);
		await trigger.activate();
		const registration = sandbox.callback.registration;
		if (!registration) throw new Error('not registered');
		const all = pushed(2);
		sandbox.callback.registration = { ...registration, owner: 'another app' };
		sandbox.push('check_in', {}, { via: 'http' });
		sandbox.callback.registration = { ...registration, token: 'another' };
		sandbox.push('check_in', {}, { via: 'http' });
		expect((await all).map(({ status }) => status).sort()).toEqual([401, 401]);
		expect(trigger.started).toEqual([]);
		expect(trigger.warnings.length).toBe(2);
	});

	test('a wrong token, key, length, app, organisation or none of these: the caller hears the same', async () => {
		const trigger = await start({}, { corpId: 'dingours' });
		const own = sandboxCredentials(sandbox).dingTalkApi;
		const right = {
			token: String(own.callbackToken),
			aesKey: String(own.callbackAesKey),
			owner: String(own.clientId),
			appSecret: '',
			cardSecret: '',
		};
		const message = JSON.stringify({ EventType: 'check_in', eventId: 'e', CorpId: 'dingours' });
		const sender = (change: object = {}) => dingTalk({ ...right, ...change }, Date.now);
		const calls = [
			sender({ token: 'another' }).push({ message }),
			sender({ aesKey: 'b'.repeat(43) }).push({ message }),
			sender({ owner: 'another' }).push({ message }),
			sender().signed(Buffer.alloc(16, 7).toString('base64')),
			sender().signed('x'),
			sender().push({ message: message.replace('dingours', 'dingother') }),
			sender().push({ message: message.replace('"dingours"', '["dingours"]') }),
			sender().push({ message: message.replace('"dingours"', '7') }),
			sender().push({ message: 'no JSON' }),
			{ ...sender().push({ message }), query: {} },
		];
		const answers = await Promise.all(
			calls.map(async ({ query, body }) => {
				const url = `${trigger.url}?${new URLSearchParams(query as Record<string, string>).toString()}`;
				const answer = await fetch(url, { method: 'POST', body: Buffer.from(body) });
				return `${answer.status} ${await answer.text()}`;
			}),
		);
		expect(new Set(answers)).toEqual(new Set(['401 {"message":"not accepted"}']));
		expect(trigger.started).toEqual([]);
		// The log tells them apart.
		expect(trigger.warnings.length).toBeGreaterThan(5);
	});

	test('a robot message starts the workflow and is answered with nothing', async () => {
		const trigger = await start();
		sandbox.callback.robotUrl = trigger.url;
		await sandbox.act.sendRobotMessage({ text: '你好' });
		sandbox.callback.robotUrl = undefined;
		expect(trigger.started).toMatchObject([{ json: { eventType: 'robot_message', text: '你好' } }]);
	});

	test('a card is answered in time though nobody answers, an unsigned one is refused', async () => {
		const trigger = await start();
		const body = JSON.stringify({
			type: 'actionCallback',
			outTrackId: 'o',
			corpId: sandbox.company.corpId,
			userId: 'u',
			content: '{}',
		});
		const timestamp = String(Date.now());
		const signature = createHmac('sha256', trigger.token).update(timestamp).digest('base64');
		const call = async (headers: Record<string, string>) =>
			await fetch(trigger.cardUrl, { method: 'POST', headers, body });
		const began = Date.now();
		const answer = await call({ 'x-ddpaas-signature': signature, 'x-ddpaas-signature-timestamp': timestamp });
		expect([answer.status, await answer.json()]).toEqual([200, {}]);
		expect(Date.now() - began).toBeLessThan(2_000);
		expect(trigger.started).toMatchObject([{ json: { eventType: 'card_callback', outTrackId: 'o' } }]);
		expect((await call({})).status).toBe(401);
		expect(trigger.started.length).toBe(1);
	});
});
