import type { IncomingCall } from '../../../../../nodes/protocol/callback/request';
import { CORP, type Kind, MARK, type World, kind, untimely } from './kind';

/** What robot messages and card callbacks have in common: a signed timestamp in two headers, and a body that is not signed. */
interface Plain {
	readonly title: string;
	readonly headers: readonly [sign: string, timestamp: string];
	readonly id: 'msgId' | 'outTrackId';
	call(world: World, body: object, at?: string, secret?: string): IncomingCall;
	readonly organisation: string;
}

const robots: Plain = {
	title: 'robot message',
	headers: ['sign', 'timestamp'],
	id: 'msgId',
	call: ({ dingTalk }, body, at, secret) => dingTalk.robot(body, at, secret),
	organisation: 'chatbotCorpId',
};

const cards: Plain = {
	title: 'card callback',
	headers: ['x-ddpaas-signature', 'x-ddpaas-signature-timestamp'],
	id: 'outTrackId',
	call: ({ dingTalk }, body, at, secret) => dingTalk.card(body, at, secret),
	organisation: 'corpId',
};

function kinds({ title, headers: [sign, timestamp], id, call, organisation }: Plain): Kind[] {
	const body = ({ draw }: World) => ({
		[id]: `${MARK}${draw.below(1e9)}`,
		msgtype: 'text',
		text: { content: draw.text(20) },
		[organisation]: CORP,
	});
	const genuine = (world: World) => call(world, body(world));
	const without = (given: IncomingCall, name: string): IncomingCall => ({
		...given,
		headers: Object.fromEntries(Object.entries(given.headers).filter(([header]) => header !== name)),
	});
	const having = (given: IncomingCall, name: string, value: unknown): IncomingCall => ({
		...given,
		headers: { ...given.headers, [name]: value },
	});
	return [
		kind(`${title}, wrong signature`, [401], (world) => {
			const good = genuine(world);
			const right = String(good.headers[sign]);
			const { draw } = world;
			return having(
				good,
				sign,
				draw.pick([
					draw.bytes(32).toString('base64'),
					encodeURIComponent(right),
					right.slice(0, -1),
					right.toLowerCase(),
					MARK,
					'',
					draw.text(44),
				]),
			);
		}),
		kind(`${title}, another secret`, [401], (world) =>
			call(world, body(world), undefined, `${MARK}${world.draw.below(1e9)}`),
		),
		kind(`${title}, untimely`, [401], (world) => call(world, body(world), untimely(world))),
		kind(`${title}, another timestamp`, [401], (world) =>
			having(genuine(world), timestamp, String(world.dingTalk.now() + 1 + world.draw.below(1_000))),
		),
		kind(`${title}, a header missing`, [401], (world) => without(genuine(world), world.draw.pick([sign, timestamp]))),
		kind(`${title}, a header twice`, [401], (world) => {
			const good = genuine(world);
			const name = world.draw.pick([sign, timestamp]);
			return having(good, name, [good.headers[name], good.headers[name]]);
		}),
		kind(`${title} without its ID`, [400], (world) =>
			call(world, { ...body(world), [id]: world.draw.pick<unknown>([undefined, '', null, 5, [MARK], { id: MARK }]) }),
		),
		kind(`${title} with its ID on a prototype`, [400], (world) => {
			const good = call(world, { own: body(world) });
			return { ...good, body: Buffer.from(good.body).toString().replace('own', '__proto__') };
		}),
		kind(`${title}, another organisation`, [403], (world) =>
			call(world, { ...body(world), [organisation]: `${CORP}x` }),
		),
	];
}

export const plain = [...kinds(robots), ...kinds(cards)];
