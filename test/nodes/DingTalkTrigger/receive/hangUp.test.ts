import { once } from 'node:events';
import type { ServerResponse } from 'node:http';

import { type Sandbox, startSandbox } from '../../../../sandbox';
import { sandboxCredentials } from '../../../../scripts/host/sandboxCredentials';
import { until } from '../../../support/until';
import { dingTalk } from '../../protocol/callback/calls';
import { webhookTrigger } from '../contexts';

/*
 * DingTalk waits 1.5 s and hangs up. n8n may store the execution after that, or fail to: DingTalk's
 * repetition, which it signs anew, must find out which.
 */
let sandbox: Sandbox;
let trigger: Awaited<ReturnType<typeof webhookTrigger>>;
let ids = 0;

beforeAll(async () => {
	sandbox = await startSandbox();
});
beforeEach(async () => {
	trigger = await webhookTrigger(
		{ receive: ['events'], events: ['*'] },
		sandboxCredentials(sandbox).dingTalkApi,
		`hangUp${++ids}`,
	);
});
afterEach(async () => await trigger.close());
afterAll(async () => await sandbox.close());

let nonces = 0;
/** Pushes the event, with a signature of its own. @returns the status of the answer */
async function push(signal?: AbortSignal): Promise<number> {
	const { callbackToken, callbackAesKey, clientId } = sandboxCredentials(sandbox).dingTalkApi;
	const secrets = { token: String(callbackToken), aesKey: String(callbackAesKey), owner: String(clientId) };
	const { push: seal } = dingTalk({ ...secrets, appSecret: '', cardSecret: '' }, () => Date.now());
	const message = JSON.stringify({ EventType: 'check_in', eventId: 'once', staffId: 's' });
	const { query, headers, body } = seal({ message, nonce: `n${++nonces}` });
	const url = `${trigger.url}?${new URLSearchParams(query as Record<string, string>).toString()}`;
	const init = { method: 'POST', headers: headers as Record<string, string>, body: body as string, signal };
	const response = await fetch(url, init);
	await response.text();
	return response.status;
}

/** Pushes the event while the database is busy, and hangs up once the trigger has it. @returns what frees the database and waits for n8n's answer */
async function hangUp(): Promise<() => Promise<unknown>> {
	let answer: ServerResponse | undefined;
	trigger.database.lookUp = async (response) => await Promise.resolve((answer ??= response));
	let free = () => {};
	let asked = () => {};
	const reached = new Promise<void>((resolve) => (asked = resolve));
	const idle = new Promise<void>((resolve) => (free = resolve));
	// The trigger has given its event to n8n when n8n asks the database.
	Object.defineProperty(trigger.database, 'idle', { configurable: true, get: () => (asked(), idle) });
	const caller = new AbortController();
	const call = push(caller.signal);
	await reached;
	caller.abort();
	await expect(call).rejects.toThrow();
	return async () => {
		free();
		return await until(() => answer?.writableEnded);
	};
}

test.each([
	['is stored after all', false],
	['cannot be stored', true],
])('an event whose caller has hung up and that %s is done once', async (_, locked) => {
	trigger.database.locked = locked;
	const free = await hangUp();
	// Not known yet: neither new nor done.
	expect(await push()).toBe(503);
	expect(await push()).toBe(503);
	await free();
	const { database, started } = trigger;
	Object.defineProperty(database, 'idle', { value: Promise.resolve(), configurable: true });
	expect(started.length).toBe(locked ? 0 : 1);
	database.locked = false;
	let status = 503;
	for (; status === 503; status = await push()) await new Promise((resolve) => setImmediate(resolve));
	expect([status, started.length]).toEqual([200, 1]);
	expect(await push()).toBe(200);
	expect(started.length).toBe(1);
});

test.each([
	['is stored after all', false],
	['cannot be stored', true],
])('an event whose caller has hung up before it came to the trigger and that %s is done once', async (_, locked) => {
	const { database, started } = trigger;
	const { lookUp } = database;
	const caller = new AbortController();
	let answer: ServerResponse | undefined;
	// n8n looks up the webhook until the caller has gone.
	database.lookUp = async (response) => {
		answer = response;
		caller.abort();
		await once(response, 'close');
	};
	database.locked = locked;
	await expect(push(caller.signal)).rejects.toThrow();
	await until(() => answer?.writableEnded);
	expect(started.length).toBe(locked ? 0 : 1);
	Object.assign(database, { lookUp, locked: false });
	// Until n8n's answer is noticed, the event is neither new nor done.
	let status = 503;
	for (; status === 503; status = await push()) await new Promise((resolve) => setImmediate(resolve));
	expect([status, started.length]).toEqual([200, 1]);
	expect(await push()).toBe(200);
	expect(started.length).toBe(1);
});
