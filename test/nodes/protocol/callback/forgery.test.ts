import fc from 'fast-check';

import { readCallback } from '../../../../nodes/protocol/callback/envelope';
import { type ReplayMemory, createReplayMemory } from '../../../../nodes/protocol/callback/replay';
import { DEFAULT_WINDOW, type IncomingCall } from '../../../../nodes/protocol/callback/request';
import { heapInUse } from '../../../support/heap';
import { NOW, aesKey, appSecret, card, cardSecret, dingTalk, owner, push, robot, token } from './calls';
import { CORP, MARK, forgedCalls, genuineCalls } from './forged';

const config = { keys: { token, aesKey, owners: [owner] }, appSecret, cardSecrets: [cardSecret] };

/** A replay memory that tells how many keys it has taken. */
function counted(): ReplayMemory & { taken: number } {
	const memory = createReplayMemory(2 * DEFAULT_WINDOW);
	return {
		taken: 0,
		take(key, now) {
			const isNew = memory.take(key, now);
			if (isNew) this.taken += 1;
			return isNew;
		},
		has: (key, now) => memory.has(key, now),
		forget: (key) => memory.forget(key),
	};
}

const CALLS = 100_000;
const MIB = 1024 * 1024;

test('of 100,000 forged calls none is taken, none throws, and nothing of them is kept', () => {
	const sender = dingTalk({ token, aesKey, owner, appSecret, cardSecret }, () => NOW);
	const memory = counted();
	const read = (call: IncomingCall) => readCallback(call, { ...config, corpId: CORP }, { now: () => NOW, memory });
	const taken = genuineCalls(sender);
	expect(taken.map((call) => read(call).kind)).not.toContain('refused');
	expect(memory.taken).toBe(taken.length);

	const heap: number[] = [];
	const reasons = new Set<string>();
	let calls = 0;
	for (const { name, statuses, call } of forgedCalls(20260822, CALLS, sender, taken)) {
		const result = read(call);
		// One `expect` for each call would take longer than the call.
		if (result.kind !== 'refused' || !statuses.includes(result.status)) {
			throw new Error(
				`${name}: ${JSON.stringify({ result, call: { ...call, body: Buffer.from(call.body).toString('base64').slice(0, 400) } })}`,
			);
		}
		reasons.add(result.reason);
		calls += 1;
		if (calls % 20_000 === 0) heap.push(heapInUse());
	}
	expect(calls).toBe(CALLS);
	expect(memory.taken).toBe(taken.length);
	expect(heap[heap.length - 1] - heap[0]).toBeLessThan(2 * MIB);
	// The reasons are ours: fixed sentences, whatever the call said.
	expect([...reasons].filter((reason) => reason.includes(MARK) || !/^[\w ,-]+$/.test(reason))).toEqual([]);
	expect(reasons.size).toBeLessThan(30);
	expect(Object.keys(Object.prototype)).toEqual([]);
}, 120_000);

const genuine = [
	push({ message: '{"EventType":"check_in","eventId":"e","CorpId":"c"}' }),
	robot({ msgId: 'm', msgtype: 'text' }),
	card({ outTrackId: 't' }),
];

/** A genuine call with one value of its signature, timestamp or body changed. */
const tampered = fc
	.record({
		call: fc.constantFrom(...genuine),
		pick: fc.nat(),
		value: fc.oneof(fc.string(), fc.constant(undefined), fc.array(fc.string())),
	})
	.map(({ call, pick, value }): IncomingCall => {
		const places = [
			...Object.keys(call.query).map((name) => ({ query: { ...call.query, [name]: value } })),
			...Object.keys(call.headers)
				.filter((name) => name !== 'content-type')
				.map((name) => ({ headers: { ...call.headers, [name]: value } })),
			// A robot's or card's body is not signed: only a push's can be told by it.
			...('signature' in call.query ? [{ body: JSON.stringify({ encrypt: value }) }] : []),
		];
		return { ...call, ...places[pick % places.length] };
	});

/** Anything at all. */
const noise = fc.record({
	query: fc.dictionary(fc.constantFrom('signature', 'msg_signature', 'timestamp', 'nonce'), fc.anything()),
	headers: fc.dictionary(
		fc.constantFrom('sign', 'timestamp', 'x-ddpaas-signature', 'x-ddpaas-signature-timestamp'),
		fc.anything(),
	),
	body: fc.oneof(
		fc.string(),
		fc.uint8Array(),
		fc.json(),
		fc.base64String().map((encrypt) => JSON.stringify({ encrypt })),
	),
});

test('no call of a shape that nobody thought of is taken, and none throws', () => {
	const memory = counted();
	fc.assert(
		fc.property(fc.oneof(tampered, noise), (call) => {
			const same = genuine.some((good) => JSON.stringify(good) === JSON.stringify(call));
			fc.pre(!same);
			return readCallback(call, config, { now: () => NOW, memory }).kind === 'refused';
		}),
		{ numRuns: 10_000, seed: 20260822 },
	);
	expect(memory.taken).toBe(0);
});
