import { type Burst, burst } from './burst';
import { dingTalkTrigger, webhookNode } from './burstSides';
import type { Bench, Line } from './line';
import { withN8n, withSandbox } from './stage';

const SIZES = [200, 500, 1000, 2000, 5000];
const WARM_UP = 100;

/** Connections of a caller that waits for answers. One that does not wait needs a connection for each call. */
const CONNECTIONS = 100;

/** What n8n may take of its own kind of memory: the Webhook node has no bound, and an execution under way needs up to 10 MB. */
const env = { NODE_OPTIONS: '--max-old-space-size=8192' };

interface Bursts {
	own: Burst;
	/** Calls that wait for one another, and calls that do not. */
	webhook: Burst;
	atOnce: Burst;
	/** Events that DingTalk stopped waiting for, three deliveries and 180 s on: their turn came later, and late answers change nothing. */
	givenUp: number;
}

/** One after the other in a new n8n, whoever needs least memory first: n8n keeps some of what a burst has made it grow by. */
const bursts = async (size: number, say: (line: string) => void): Promise<Bursts> =>
	await withN8n(
		async (n8n) =>
			await withSandbox(n8n, {}, async (stage) => {
				const [gentle, webhook, atOnce] = [
					await webhookNode(stage, CONNECTIONS / 10),
					await webhookNode(stage, CONNECTIONS),
					await webhookNode(stage, size),
				];
				const own = await dingTalkTrigger(stage);
				for (const side of [gentle, own]) await burst(stage, side, WARM_UP);
				say(`${size} events`);
				const first = await burst(stage, own, size);
				const givenUp = stage.sandbox.failedEvents.length;
				say(`${size} calls over ${CONNECTIONS} connections`);
				const second = await burst(stage, webhook, size);
				say(`${size} calls at once`);
				return { own: first, webhook: second, atOnce: await burst(stage, atOnce, size), givenUp };
			}),
		{ env },
	);

function lines(size: number, { own, webhook, atOnce, givenUp }: Bursts): Line[] {
	const about = (what: string): string => `${size}: ${what}`;
	return [
		{ what: about('time, DingTalk Trigger'), value: own.seconds, unit: 's' },
		{ what: about('time, Webhook node'), value: webhook.seconds, unit: 's' },
		{ what: about('time, DingTalk Trigger : Webhook node'), value: own.seconds / webhook.seconds },
		{ what: about('peak memory of n8n, DingTalk Trigger'), value: own.megabytes, unit: 'MB', atMost: 2000 },
		{ what: about('peak memory of n8n, Webhook node'), value: webhook.megabytes, unit: 'MB' },
		{ what: about('peak memory of n8n, Webhook node called at once'), value: atOnce.megabytes, unit: 'MB' },
		{ what: about('peak memory, DingTalk Trigger : Webhook node'), value: own.megabytes / webhook.megabytes },
		{
			what: about('peak memory, DingTalk Trigger : Webhook node called at once'),
			value: own.megabytes / atOnce.megabytes,
		},
		{ what: about('events that ended well, DingTalk Trigger'), value: own.succeeded, atLeast: size },
		{ what: about('events run twice, DingTalk Trigger'), value: own.twice, atMost: 0 },
		{ what: about('events that DingTalk listed as failed before their turn'), value: givenUp },
		{ what: about('calls that ended well, Webhook node'), value: webhook.succeeded },
		{
			what: about(`calls that ended well, Webhook node called at once${atOnce.died ? ' (n8n died of it)' : ''}`),
			value: atOnce.succeeded,
		},
	];
}

export const triggerBurst: Bench = {
	name: 'trigger-burst',
	about: `bursts of events at the trigger as it comes, beside n8n's Webhook node in the same n8n, called as often over ${CONNECTIONS} connections, and at once`,
	run: async (say) => {
		if (process.platform !== 'linux')
			throw new Error('trigger-burst reads the memory of n8n from /proc: it needs Linux');
		const all: Line[] = [];
		for (const size of SIZES) all.push(...lines(size, await bursts(size, say)));
		return all;
	},
};
