import type { IncomingCall } from '../../../../../nodes/protocol/callback/request';
import type { DingTalk } from '../calls';
import { bodies } from './bodies';
import { draws } from './draw';
import { CORP, type Kind, MARK } from './kind';
import { plain } from './plain';
import { pushes } from './pushes';

export { CORP, MARK } from './kind';

/** Every way in which a call is forged here. */
export const kinds: readonly Kind[] = [...pushes, ...plain, ...bodies];

/** Calls as DingTalk makes them, of each sort. */
export const genuineCalls = ({ push, robot, card }: DingTalk): IncomingCall[] => [
	...[1, 2, 3].map((n) =>
		push({ message: JSON.stringify({ EventType: 'check_in', eventId: `e${n}`, CorpId: CORP, staffId: MARK }) }),
	),
	push({ message: JSON.stringify({ EventType: 'check_url', n: MARK }) }),
	...[1, 2, 3].map((n) => robot({ msgId: `m${n}`, msgtype: 'text', text: { content: MARK }, chatbotCorpId: CORP })),
	...[1, 2, 3].map((n) => card({ outTrackId: `t${n}`, corpId: CORP, content: MARK })),
];

export interface Forged extends Pick<Kind, 'name' | 'statuses'> {
	readonly call: IncomingCall;
}

/** `many` forged calls, each kind as often as the others. `taken`: the genuine ones that came before. */
export function* forgedCalls(
	seed: number,
	many: number,
	dingTalk: DingTalk,
	taken: readonly IncomingCall[],
): Generator<Forged> {
	const world = { draw: draws(seed), dingTalk, taken };
	for (let n = 0; n < many; n += 1) {
		const { name, statuses, forge } = kinds[n % kinds.length];
		yield { name, statuses, call: forge(world) };
	}
}
