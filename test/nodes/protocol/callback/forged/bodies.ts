import { MARK, type World, kind } from './kind';

const MIB = 1024 * 1024;
const TOO_LARGE = [
	`{"encrypt":"${'A'.repeat(MIB)}"}`,
	Buffer.alloc(MIB + 1, 'a'),
	// Fewer letters than the limit, more bytes.
	`{"encrypt":"${'钉'.repeat(MIB / 3)}"}`,
	'['.repeat(MIB + 1),
];

/** Query and headers of a genuine call, so that it is the body that is refused. */
const dressed = ({ draw, dingTalk }: World, body: string | Uint8Array) => ({
	...draw.pick([
		dingTalk.push({ message: '{}', nonce: MARK }),
		dingTalk.robot({ msgId: MARK }),
		dingTalk.card({ outTrackId: MARK }),
	]),
	body,
});

const HEADERS = ['sign', 'timestamp', 'x-ddpaas-signature', 'x-ddpaas-signature-timestamp', 'content-type'];
const PARAMETERS = ['signature', 'msg_signature', 'timestamp', 'nonce', '__proto__', 'constructor', 'a[b]', ''];

/** Any JSON value; the deeper, the plainer. */
function anything(world: World, depth = 3): unknown {
	const { draw } = world;
	const inner = () => anything(world, depth - 1);
	const name = () =>
		draw.pick(['encrypt', 'msgId', 'outTrackId', 'EventType', '__proto__', 'constructor', MARK, draw.text(5)]);
	const plain = [
		null,
		true,
		draw.below(2 ** 31) - 2 ** 30,
		1e308,
		draw.text(20),
		'',
		draw.bytes(48).toString('base64'),
	];
	if (depth === 0) return draw.pick(plain);
	return draw.pick([
		draw.pick(plain),
		Array.from({ length: draw.below(3) }, inner),
		Object.fromEntries(Array.from({ length: draw.below(4) }, () => [name(), inner()])),
	]);
}

const some = ({ draw, dingTalk }: World, names: readonly string[]) =>
	Object.fromEntries(
		Array.from({ length: draw.below(4) }, () => [
			draw.pick(names),
			draw.pick<unknown>([
				draw.text(30),
				MARK,
				'',
				undefined,
				[draw.text(3), MARK],
				draw.below(1e9),
				String(dingTalk.now()),
			]),
		]),
	);

export const bodies = [
	kind('over 1 MiB', [413], (world) => dressed(world, world.draw.pick(TOO_LARGE))),
	kind('no JSON', [400], (world) =>
		dressed(
			world,
			world.draw.pick<string | Uint8Array>([
				'',
				'{',
				`{"encrypt":"${MARK}`,
				'encrypt=a&b=c',
				'<xml/>',
				'{"a":01}',
				'{"a":NaN}',
				"{'a':1}",
				`!${world.draw.text(40)}`,
				Buffer.concat([Buffer.from('!'), world.draw.bytes(40)]),
			]),
		),
	),
	kind('JSON that is no object', [400], (world) =>
		dressed(
			world,
			world.draw.pick([
				'null',
				'true',
				'0',
				'""',
				'[]',
				`["${MARK}"]`,
				'[{"encrypt":"a"}]',
				'['.repeat(5_000) + ']'.repeat(5_000),
			]),
		),
	),
	kind('deep nesting', [400, 401], ({ draw }) => {
		const depth = 1 + draw.below(5_000);
		return {
			query: {},
			headers: {},
			body: `{"${draw.pick(['encrypt', 'text', '__proto__'])}":`.repeat(depth) + `"${MARK}"` + '}'.repeat(depth),
		};
	}),
	kind('a prototype for everything', [401], (world) => ({
		query: JSON.parse('{"__proto__":{"signature":"a","timestamp":"1"}}'),
		headers: {},
		body: JSON.stringify({
			own: { encrypt: MARK, msgId: MARK, polluted: true },
			constructor: { prototype: { polluted: true } },
		}).replace('own', world.draw.pick(['__proto__', 'prototype'])),
	})),
	kind('noise', [400, 401], (world) => ({
		query: some(world, PARAMETERS),
		headers: some(world, HEADERS),
		body: JSON.stringify(anything(world)),
	})),
	kind('a taken call once more', [409], (world) => world.draw.pick(world.taken)),
	kind('a taken call once more, dressed up', [409], (world) => {
		const call = world.draw.pick(world.taken);
		return {
			...call,
			query: { ...call.query, [`${MARK}${world.draw.below(9)}`]: world.draw.text(9) },
			headers: { ...call.headers, 'x-forwarded-for': MARK },
		};
	}),
];
