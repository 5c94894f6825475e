import { type Burst, burst } from './burst';
import { dingTalkTrigger, type Side, webhookNode } from './burstSides';
import type { Bench, Line } from './line';
import { heldBy } from './process';
import { type Stage, withN8n, withSandbox } from './stage';
import { inTurn, median, medianRatio } from './stats';

const EVENTS = 1000;
const WARM_UP = 200;
const ROUNDS = 3;
/** Executions at Once, the trigger's default; so many calls wait for the end of their execution. */
const AT_ONCE = 20;

/** A burst, and the processor time that n8n took for it, s. */
type Measured = Burst & { processor: number };

async function measure(stage: Stage, side: Side, round: number): Promise<Measured> {
	const before = heldBy(stage.n8n.pid).seconds;
	const one = await burst(stage, side, EVENTS, `${round}-`);
	return { ...one, processor: heldBy(stage.n8n.pid).seconds - before };
}

export const triggerEqual: Bench = {
	name: 'trigger-equal',
	about: `${EVENTS} events at the trigger as it comes (${AT_ONCE} at once), beside n8n's Webhook node in the same n8n, called as often over ${AT_ONCE} connections and answering when its execution has ended`,
	run: async (say) =>
		await withN8n(
			async (n8n) =>
				await withSandbox(n8n, {}, async (stage) => {
					const [own, webhook] = [await dingTalkTrigger(stage), await webhookNode(stage, AT_ONCE, 'lastNode')];
					for (const side of [own, webhook]) await burst(stage, side, WARM_UP);
					let round = 0;
					const side = (which: Side) => async () => {
						say(`${which === own ? 'DingTalk Trigger' : 'Webhook node'}`);
						return await measure(stage, which, round++);
					};
					const rounds = await inTurn(ROUNDS, side(own), side(webhook));
					const ratio = (of: (one: Measured) => number) =>
						medianRatio(rounds.map(([ours, theirs]) => [of(ours), of(theirs)] as const));
					const both = (what: string, of: (one: Measured) => number): Line[] => [
						{ what: `${what}, DingTalk Trigger`, value: median(rounds.map(([ours]) => of(ours))), unit: 's' },
						{ what: `${what}, Webhook node`, value: median(rounds.map(([, theirs]) => of(theirs))), unit: 's' },
						{ what: `${what}, DingTalk Trigger : Webhook node`, value: ratio(of), atMost: 1.05 },
					];
					const least = (of: (one: Measured) => number) => Math.min(...rounds.flat().map(of));
					return [
						...both('time', ({ seconds }) => seconds),
						...both('processor time of n8n', ({ processor }) => processor),
						{ what: 'ended well, on either side', value: least(({ succeeded }) => succeeded), atLeast: EVENTS },
						{ what: 'run twice', value: Math.max(...rounds.map(([{ twice }]) => twice)), atMost: 0 },
					];
				}),
		),
};
