import type { IncomingCall } from '../../../../../nodes/protocol/callback/request';
import type { DingTalk } from '../calls';
import type { Draw } from './draw';

/** Stands in every forged call, so that a test can tell whether anything of its content got out. */
export const MARK = 'c0ntent';

/** The organisation that the calls are for. */
export const CORP = 'dingcorp1';

export interface World {
	readonly draw: Draw;
	readonly dingTalk: DingTalk;
	/** Calls that have been taken already. */
	readonly taken: readonly IncomingCall[];
}

/** One way to forge a call, and the statuses it may be refused with. */
export interface Kind {
	readonly name: string;
	readonly statuses: readonly number[];
	forge(world: World): IncomingCall;
}

export const kind = (name: string, statuses: readonly number[], forge: Kind['forge']): Kind => ({
	name,
	statuses,
	forge,
});

const HOUR = 3_600_000;

/** A timestamp outside the hour, in milliseconds or in seconds, or none at all. */
export function untimely({ draw, dingTalk }: World): string {
	// Two seconds more than the hour: whole seconds round down, and a clock runs on while the test does.
	const away = HOUR + 2_000 + draw.below(draw.pick([10_000, 40 * HOUR, 9_000 * HOUR]));
	const past = dingTalk.now() - away;
	// The call is read a little later than it is made: well beyond the hour.
	const future = dingTalk.now() + away + 60_000;
	const now = dingTalk.now();
	return String(
		draw.pick([
			past,
			future,
			Math.floor(past / 1000),
			Math.ceil(future / 1000),
			0,
			-now,
			now + 0.5,
			now * 1e5,
			`${now / 1e12}e12`,
			` ${now}`,
			`${now}\n`,
			`0x${now.toString(16)}`,
			'１７０００００００００００',
			'NaN',
			'',
		]),
	);
}
