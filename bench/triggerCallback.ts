import { createCipheriv, createDecipheriv, createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { decrypt, encrypt, sign, verify } from '../nodes/protocol/callback/crypto';
import { readCallback } from '../nodes/protocol/callback/envelope';
import type { CallbackConfig } from '../nodes/protocol/callback/received';
import { createReplayMemory } from '../nodes/protocol/callback/replay';
import type { Bench } from './line';
import { median } from './stats';

const CALLS = 10_000;
const ROUNDS = 9;

const token = 'benchtoken';
const aesKey = randomBytes(33).toString('base64').replace(/[+/]/g, 'a').slice(0, 43);
const key = Buffer.from(`${aesKey}=`, 'base64');
const corpId = 'dingbench';
const keys = { token, aesKey, owners: [corpId] };

interface Push {
	signature: string;
	timestamp: string;
	nonce: string;
	encrypt: string;
	/** As it comes over HTTP. */
	body: string;
}

/** A push of the size that DingTalk sends. */
function push(index: number): Push {
	const event = {
		EventType: 'bpms_instance_change',
		eventId: `event-${index}`,
		corpId,
		processInstanceId: 'ad253df6-e175-4177-b2c3-6c2b1d1e2f3a',
		businessId: '202611220001',
		title: '张三提交的请假',
		type: 'finish',
		result: 'agree',
		processCode: 'PROC-BENCH',
		createTime: Date.now(),
		finishTime: Date.now(),
		staffId: 'zhangsan',
		url: 'https://example.com/approval?id=ad253df6',
	};
	const sealed = encrypt(aesKey, corpId, JSON.stringify(event));
	const [timestamp, nonce] = [String(Date.now()), `nonce${index}`];
	return {
		signature: sign(token, timestamp, nonce, sealed),
		timestamp,
		nonce,
		encrypt: sealed,
		body: JSON.stringify({ encrypt: sealed }),
	};
}

/** The least that any program has to do: the digest compared, the text opened and read. */
function bareOpen({ signature, timestamp, nonce, encrypt: sealed }: Push): unknown {
	const digest = createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');
	if (!timingSafeEqual(Buffer.from(digest), Buffer.from(signature))) throw new Error('wrong signature');
	const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	const plain = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
	return JSON.parse(plain.toString('utf8', 20, 20 + plain.readUInt32BE(16)));
}

/** The same with what DingTalk wants for an answer. */
function bareAnswer(one: Push): unknown {
	bareOpen({ ...one, ...JSON.parse(one.body) });
	const text = 'success';
	const plain = Buffer.concat([randomBytes(16), Buffer.from([0, 0, 0, text.length]), Buffer.from(text + corpId)]);
	const pad = 32 - (plain.length % 32);
	const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
	const sealed = Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(pad, pad)), cipher.final()]).toString(
		'base64',
	);
	const [timestamp, nonce] = [String(Date.now()), randomBytes(8).toString('hex')];
	return createHash('sha1').update([token, timestamp, nonce, sealed].sort().join('')).digest('hex');
}

function ownOpen(one: Push): unknown {
	if (!verify(token, one)) throw new Error('wrong signature');
	const opened = decrypt(keys, one.encrypt);
	if (!opened.ok) throw new Error(opened.reason);
	return JSON.parse(opened.message);
}

function ownCall(pushes: Push[]): (one: Push) => unknown {
	const config: CallbackConfig = { keys, corpId };
	const ports = { now: Date.now, memory: createReplayMemory(3_600_000, 2 * pushes.length) };
	return ({ signature, timestamp, nonce, body }) => {
		const received = readCallback(
			{ query: { msg_signature: signature, timestamp, nonce }, headers: {}, body },
			config,
			ports,
		);
		if (received.kind !== 'events') throw new Error(`The callback is ${received.kind}`);
		return received;
	};
}

/** Times a second. */
function rate(pushes: Push[], work: (one: Push) => unknown): number {
	const began = performance.now();
	for (const one of pushes) work(one);
	return (pushes.length / (performance.now() - began)) * 1000;
}

export const triggerCallback: Bench = {
	name: 'trigger-callback',
	about: 'event pushes over HTTP, verified and decrypted, beside node:crypto doing no more than that',
	run: async () => {
		const pushes = Array.from({ length: CALLS }, (_, index) => push(index));
		const round = () => ({
			ownOpen: rate(pushes, ownOpen),
			bareOpen: rate(pushes, bareOpen),
			ownCall: rate(pushes, ownCall(pushes)),
			bareAnswer: rate(pushes, bareAnswer),
		});
		round();
		const rounds = Array.from({ length: ROUNDS }, round);
		const of = (what: keyof ReturnType<typeof round>): number => median(rounds.map((one) => one[what]));
		return await Promise.resolve([
			{ what: 'verified and decrypted a second', value: of('ownOpen') },
			{ what: 'verified and decrypted a second, node:crypto alone', value: of('bareOpen') },
			{
				what: 'verify and decrypt : node:crypto alone',
				value: median(rounds.map((one) => one.ownOpen / one.bareOpen)),
			},
			{ what: 'whole calls a second (replays, owner, time checked; answer encrypted)', value: of('ownCall') },
			{ what: 'whole calls a second, node:crypto alone', value: of('bareAnswer') },
			{ what: 'whole calls : node:crypto alone', value: median(rounds.map((one) => one.ownCall / one.bareAnswer)) },
		]);
	},
};
