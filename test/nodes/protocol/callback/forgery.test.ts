import fc from 'fast-check';

import { readCallback } from '../../../../nodes/protocol/callback/envelope';
import { createReplayMemory } from '../../../../nodes/protocol/callback/replay';
import type { IncomingCall } from '../../../../nodes/protocol/callback/request';
import { NOW, aesKey, appSecret, card, cardSecret, owner, push, robot, token } from './calls';

const config = { keys: { token, aesKey, owners: [owner] }, appSecret, cardSecrets: [cardSecret] };
const genuine = [
	push({ message: '{"EventType":"check_in","eventId":"e","CorpId":"c"}' }),
	robot({ msgId: 'm', msgtype: 'text' }),
	card({ outTrackId: 't' }),
];

/** A genuine call with one value of its signature, timestamp or body changed. */
const tampered = fc
	.record({ call: fc.constantFrom(...genuine), pick: fc.nat(), value: fc.oneof(fc.string(), fc.constant(undefined), fc.array(fc.string())) })
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
	body: fc.oneof(fc.string(), fc.uint8Array(), fc.json(), fc.base64String().map((encrypt) => JSON.stringify({ encrypt }))),
});

test('no forged call is taken, and none throws', () => {
	const memory = createReplayMemory(1000);
	fc.assert(
		fc.property(fc.oneof(tampered, noise), (call) => {
			const same = genuine.some((good) => JSON.stringify(good) === JSON.stringify(call));
			fc.pre(!same);
			return readCallback(call, config, { now: () => NOW, memory }).kind === 'refused';
		}),
		{ numRuns: 10_000, seed: 20260822 },
	);
});
