import { DingTalkError } from '../../../nodes/protocol/errors';
import { Pace } from '../../../nodes/protocol/pace';
import { tokensOf } from '../../../nodes/runtime/token';
import type { Session } from '../../../nodes/runtime/transport';
import { VirtualClock } from '../../support/clock';

const HOUR = 3_600_000;
let apps = 0;
/** An app that no other test has used. */
const sessionOf = (accessToken = 'first'): Session => ({
	type: 'dingTalkApi',
	data: { clientId: `app${apps++}`, clientSecret: 's', accessToken, expiresAt: Date.now() + HOUR, tokenOwner: '' },
});

/** DingTalk with one good token at a time, which it takes 200 ms to give out. */
function dingTalk(clock: VirtualClock) {
	const state = { good: 'first', given: 0, fetches: 0, wasted: 0, done: [] as number[] };
	const fetch = async ({ data }: Session) => {
		state.fetches += 1;
		await clock.sleep(200);
		data.accessToken = state.good;
		data.expiresAt = Date.now() + HOUR;
	};
	const call = async (index: number, token: unknown) => {
		await clock.sleep(25);
		const accepted = token === state.good;
		await clock.sleep(25);
		if (!accepted) {
			state.wasted += 1;
			throw new DingTalkError({ code: '42001', kind: 'auth', message: 'expired' });
		}
		state.done.push(index);
	};
	return { state, fetch, call };
}

/** Calls of several executions through one pace, as the client makes them. */
async function run(
	calls: number,
	sessions: Session[],
	meanwhile: (clock: VirtualClock, state: { good: string }) => Promise<void>,
) {
	const clock = new VirtualClock(0);
	const pace = new Pace({ now: clock.now, sleep: clock.sleep, random: () => 0.5 });
	const { state, fetch, call } = dingTalk(clock);
	const tokens = sessions.map((session) => tokensOf(session, fetch));
	const one = async (index: number) => {
		const token = tokens[index % tokens.length]?.();
		if (!token) throw new Error('no session');
		const send = async () => await call(index, token.data().accessToken);
		await pace.run({ calls: 20, perMs: 1000 }, { ready: token.ready, again: token.again, call: send });
	};
	const all = Promise.all(Array.from({ length: calls }, async (_, index) => await one(index)));
	await clock.run(Promise.all([all, meanwhile(clock, state)]));
	return { ...state, ms: clock.now() };
}

test.each([1, 3])(
	'the token ends in mid-run of %i executions: 2 % wasted calls, one fetch, soon renewed',
	async (count) => {
		let all = 0;
		// At ten moments of a second: the calls of a window leave close to each other.
		for (let moment = 5000; moment < 6000; moment += 100) {
			const session = sessionOf();
			// Executions of one app each have a copy of what n8n has stored.
			const sessions = Array.from({ length: count }, () => ({ ...session, data: { ...session.data } }));
			const { wasted, fetches, done, ms } = await run(300, sessions, async (clock, state) => {
				await clock.sleep(moment);
				state.good = 'second';
			});
			expect([done.length, fetches]).toEqual([300, 1]);
			expect(ms).toBeLessThan(15_500);
			all += wasted;
		}
		expect(all).toBeGreaterThan(0);
		expect(all / 10).toBeLessThanOrEqual(0.02 * 300);
	},
);

test('no token yet: one fetch before the first call, nothing wasted', async () => {
	const { wasted, fetches, done } = await run(100, [sessionOf('')], async () => await Promise.resolve());
	expect([wasted, fetches, done.length]).toEqual([0, 1, 100]);
	expect(done).toEqual([...done].sort((a, b) => a - b));
});

test('a token that is not renewed although it was refused: the refusal, after one fetch', async () => {
	const clock = new VirtualClock(0);
	let fetches = 0;
	const token = tokensOf(sessionOf(), async ({ data }) => {
		fetches += 1;
		data.accessToken = 'first';
		await Promise.resolve();
	})();
	const refuse = async () => {
		token.data();
		return await Promise.reject(new DingTalkError({ code: '40014', kind: 'auth', message: 'no' }));
	};
	const pace = new Pace({ now: clock.now, sleep: clock.sleep, random: () => 0.5 });
	const outcome = pace.run({ calls: 20, perMs: 1000 }, { ready: token.ready, again: token.again, call: refuse });
	await expect(clock.run(outcome)).rejects.toMatchObject({ code: '40014' });
	expect(fetches).toBe(1);
});

test('a fetch that fails is not repeated by those that waited for it, but by those that ask later', async () => {
	let fetches = 0;
	const tokens = tokensOf(sessionOf(''), async () => {
		fetches += 1;
		await Promise.reject(new DingTalkError({ code: 'ECONNREFUSED', kind: 'unreachable', message: 'no connection' }));
	});
	const waiting = Array.from({ length: 10 }, () => tokens());
	for (const token of waiting) await expect(token.ready()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	expect(fetches).toBe(1);
	await expect(tokens().ready()).rejects.toMatchObject({ code: 'ECONNREFUSED' });
	expect(fetches).toBe(2);
});

test('a wrong secret is tried once per execution', async () => {
	let fetches = 0;
	const tokens = tokensOf(sessionOf(''), async () => {
		fetches += 1;
		await Promise.reject(new DingTalkError({ code: 'invalidClientIdOrSecret', kind: 'refused', message: 'wrong' }));
	});
	for (let call = 0; call < 5; call++)
		await expect(tokens().ready()).rejects.toMatchObject({ code: 'invalidClientIdOrSecret' });
	expect(fetches).toBe(1);
});
