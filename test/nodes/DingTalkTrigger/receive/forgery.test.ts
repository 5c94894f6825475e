import { Agent, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';

import type { IncomingCall } from '../../../../nodes/protocol/callback/request';
import { heapInUse } from '../../../support/heap';
import { aesKey, appSecret, dingTalk, owner } from '../../protocol/callback/calls';
import { CORP, MARK, forgedCalls, genuineCalls } from '../../protocol/callback/forged';
import { webhookTrigger } from '../contexts';

/** Of the length that an activation wants. */
const token = 'genuineT0ken';

const credential = {
	clientId: owner,
	clientSecret: appSecret,
	corpId: CORP,
	callbackToken: token,
	callbackAesKey: aesKey,
};
const parameters = { receive: ['events', 'robotMessages', 'cardCallbacks'], events: ['*'] };
const sender = dingTalk({ token, aesKey, owner, appSecret, cardSecret: token }, Date.now);

const agent = new Agent({ keepAlive: true });
afterAll(() => agent.destroy());

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** The values of a header as far as HTTP can carry them: bytes, without control characters. */
const carried = (value: unknown): string[] =>
	listOf(value).map((one) =>
		Buffer.from(String(one))
			.toString('latin1')
			.replace(/\p{Cc}/gu, '?'),
	);

/** Posts a call; what repeats goes out repeated. */
async function post(url: string, { query, headers, body }: IncomingCall): Promise<{ status: number; text: string }> {
	const parameters = Object.entries(query).flatMap(([name, value]) => listOf(value).map((one) => [name, String(one)]));
	const fields: OutgoingHttpHeaders = Object.fromEntries(
		Object.entries(headers).map(([name, value]) => [name, carried(value)]),
	);
	const response = await new Promise<IncomingMessage>((resolve, reject) => {
		const call = request(
			`${url}?${new URLSearchParams(parameters).toString()}`,
			{ method: 'POST', agent, headers: fields },
			resolve,
		);
		call.on('error', reject).end(body);
	});
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk as Buffer);
	return { status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() };
}

const CALLS = 6_000;

test('of 6,000 forged calls to its URLs none starts the workflow, and the log stays short', async () => {
	const trigger = await webhookTrigger(parameters, credential, 'forged');
	try {
		const taken = genuineCalls(sender);
		for (const call of taken) expect((await post(trigger.url, call)).status).toBe(200);
		const started = trigger.started.length;
		// A check of the URL starts nothing.
		expect(started).toBe(taken.length - 1);
		expect(trigger.warnings).toEqual([]);

		let calls = 0;
		let before = 0;
		for (const { name, statuses, call } of forgedCalls(20261122, CALLS, sender, taken)) {
			const { status, text } = await post(calls % 3 === 0 ? trigger.cardUrl : trigger.url, call);
			// The caller does not hear how far a forged call has come.
			const heard = statuses.map((one) => ([400, 403].includes(one) ? 401 : one));
			if (!heard.includes(status) || text.includes(MARK)) throw new Error(`${name}: ${status} ${text}`);
			calls += 1;
			if (calls === CALLS / 3) before = heapInUse();
		}
		expect(calls).toBe(CALLS);
		expect(heapInUse() - before).toBeLessThan(8 * 1024 * 1024);
		expect(trigger.started.length).toBe(started);
		// One line a minute for each of the two dozen reasons.
		expect(trigger.warnings.length).toBeGreaterThan(20);
		expect(trigger.warnings.length).toBeLessThan(100);
		expect(
			trigger.warnings.filter(
				(line) => line.includes(MARK) || !/^DingTalk Trigger refused a call: [\w ,-]+$/.test(line),
			),
		).toEqual([]);
	} finally {
		await trigger.close();
	}
}, 120_000);
