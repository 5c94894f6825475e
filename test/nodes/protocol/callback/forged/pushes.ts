import type { IncomingCall } from '../../../../../nodes/protocol/callback/request';
import { frame, padded } from '../calls';
import { CORP, MARK, type World, kind, untimely } from './kind';

const GENUINE = JSON.stringify({ EventType: 'check_in', eventId: `e-${MARK}`, CorpId: CORP, staffId: MARK });

/** Rightly signed: the forger holds the token, or DingTalk itself has gone wrong. */
const sealed = ({ dingTalk }: World, blocks: Buffer): IncomingCall =>
	dingTalk.signed(dingTalk.encipher(blocks).toString('base64'));

const saying = ({ dingTalk }: World, message: string) => dingTalk.push({ message });

const genuine = (world: World): IncomingCall =>
	world.dingTalk.push({ message: GENUINE, nonce: `${MARK}${world.draw.below(1e9)}` });

const hex = (world: World, length: number) => world.draw.bytes(length).toString('hex').slice(0, length);

/** Event pushes whose signature is right and whose content is not. */
const contents = [
	kind('random AES blocks', [400, 403], ({ draw, dingTalk }) =>
		dingTalk.signed(draw.bytes(16 * (1 + draw.below(12))).toString('base64')),
	),
	kind('AES data that are no whole blocks', [400], ({ draw, dingTalk }) =>
		dingTalk.signed(draw.bytes(16 * draw.below(8) + 1 + draw.below(15)).toString('base64')),
	),
	kind('text for AES data', [400, 403], ({ draw, dingTalk }) => dingTalk.signed(MARK + draw.text(60))),
	kind('wrong padding', [400, 403], (world) => {
		const plain = frame(GENUINE, world.dingTalk.owner);
		const right = 32 - (plain.length % 32);
		return sealed(world, padded(plain, (right + 1 + world.draw.below(255)) % 256));
	}),
	kind('wrong length field', [400, 403], (world) => {
		const { draw, dingTalk } = world;
		const right = Buffer.byteLength(GENUINE);
		const wrong = draw.pick([
			right + 1 + draw.below(100),
			right - 1 - draw.below(right),
			0,
			0x7fffffff,
			0x80000000,
			0xffffffff,
		]);
		return sealed(world, padded(frame(GENUINE, dingTalk.owner, wrong)));
	}),
	kind('wrong app', [403], (world) => {
		const { draw, dingTalk } = world;
		const { owner } = dingTalk;
		const other = draw.pick([
			'',
			`${owner}x`,
			owner.slice(1),
			owner.toUpperCase(),
			`${owner} `,
			`${owner}\u0000`,
			`ding${hex(world, 12)}`,
			`钉${draw.text(9)}`,
		]);
		return dingTalk.push({ message: GENUINE, to: other });
	}),
	kind('truncated', [400, 403], ({ draw, dingTalk }) => {
		const whole = dingTalk.encipher(padded(frame(GENUINE, dingTalk.owner)));
		return dingTalk.signed(whole.subarray(0, whole.length - 1 - draw.below(31)).toString('base64'));
	}),
	kind('nothing encrypted', [400], ({ draw, dingTalk }) =>
		dingTalk.signed(draw.pick(['', '=', ' ', '\u0000', '钉钉'])),
	),
	kind('encrypted nonsense', [400], (world) =>
		saying(
			world,
			world.draw.pick([
				'',
				'null',
				'[]',
				'"{}"',
				'1',
				'success',
				`{"a":"${MARK}`,
				`[${GENUINE}]`,
				`${GENUINE},`,
				`\ufeff${GENUINE}`,
				MARK + world.draw.text(40),
			]),
		),
	),
	kind('encrypted nesting', [400], (world) => {
		const depth = 1 + world.draw.below(5_000);
		return saying(world, '{"a":'.repeat(depth) + `"${MARK}"` + '}'.repeat(world.draw.pick([depth, depth - 1])));
	}),
	kind('no event type', [400], (world) => {
		const type = world.draw.pick<unknown>([undefined, '', null, 5, ['check_in'], { EventType: 'check_in' }, true]);
		return saying(world, JSON.stringify({ EventType: type, CorpId: CORP, staffId: MARK, n: world.draw.below(1e9) }));
	}),
	kind('event type on a prototype', [400], (world) =>
		saying(
			world,
			`{"${world.draw.pick(['__proto__', 'constructor', 'prototype'])}":${GENUINE},"n":${world.draw.below(1e9)}}`,
		),
	),
	kind('no rows', [400], (world) => {
		const bizData = world.draw.pick<unknown[]>([[], [null], [1, MARK], [[GENUINE]]]);
		return saying(
			world,
			JSON.stringify({ EventType: 'SYNC_HTTP_PUSH_HIGH', CorpId: CORP, bizData, n: world.draw.below(1e9) }),
		);
	}),
	kind('another organisation', [403], (world) =>
		saying(
			world,
			JSON.stringify({ EventType: 'check_in', CorpId: `${CORP}x`, eventId: `${MARK}${world.draw.below(1e9)}` }),
		),
	),
];

/** Event pushes whose signature is not right, or not theirs. */
const signatures = [
	kind('wrong signature', [401], (world) => {
		const call = genuine(world);
		const right = String(call.query.signature);
		const wrong = world.draw.pick([
			hex(world, 40),
			right.toUpperCase(),
			right.slice(1),
			`${right}0`,
			` ${right}`,
			MARK,
			'',
			'0'.repeat(40),
			world.draw.text(40),
		]);
		return { ...call, query: { ...call.query, signature: wrong === right ? '' : wrong } };
	}),
	kind('no signature', [401], (world) => {
		const call = genuine(world);
		const { timestamp, nonce } = call.query;
		return { ...call, query: { timestamp, nonce } };
	}),
	kind('tampered', [401], (world) => {
		const call = genuine(world);
		const { below, pick, text } = world.draw;
		const name = pick(['timestamp', 'nonce']);
		const encrypt = `${String(JSON.parse(String(call.body)).encrypt)}`;
		const at = below(encrypt.length);
		const other = encrypt.slice(0, at) + (encrypt[at] === 'A' ? 'B' : 'A') + encrypt.slice(at + 1);
		return pick([
			{ ...call, query: { ...call.query, [name]: `${String(call.query[name])}${text(3)}0` } },
			{ ...call, body: JSON.stringify({ encrypt: other }) },
			{ ...call, body: JSON.stringify({ encrypt: `${encrypt}${text(3)}=` }) },
		]);
	}),
	kind("another call's signature", [401], (world) => {
		const call = genuine(world);
		return { ...call, query: { ...call.query, signature: genuine(world).query.signature } };
	}),
	kind('untimely push', [401], (world) =>
		world.dingTalk.push({
			message: GENUINE,
			at: untimely(world),
			parameter: world.draw.pick(['signature', 'msg_signature']),
		}),
	),
	kind('repeated parameter', [401], (world) => {
		const call = genuine(world);
		const name = world.draw.pick(['signature', 'timestamp', 'nonce']);
		return {
			...call,
			query: {
				...call.query,
				[name]: world.draw.pick([
					[call.query[name], call.query[name]],
					[call.query[name], MARK],
					[MARK, '', call.query[name]],
				]),
			},
		};
	}),
	kind('both parameters, one wrong', [401], (world) => ({
		...genuine(world),
		query: { ...genuine(world).query, msg_signature: hex(world, 40) },
	})),
	kind('signature on a prototype', [401], (world) => {
		const call = genuine(world);
		return {
			...call,
			query: JSON.parse(
				JSON.stringify({ own: call.query }).replace('own', world.draw.pick(['__proto__', 'constructor', 'toString'])),
			),
		};
	}),
];

export const pushes = [...contents, ...signatures];
