import { type Burst, burst } from './burst';
import { dingTalkTrigger, webhookNode } from './burstSides';
import type { Bench, Line } from './line';
import { type Stage, withN8n, withSandbox } from './stage';

const SIZES = [200, 500, 1000, 2000, 5000];
const WARM_UP = 100;

/** Connections of a caller that waits for answers. One that does not wait needs a connection for each call. */
const CONNECTIONS = 100;

/** MB that V8's heap may take. As n8n comes it may take a quarter of the machine's memory, at most 4 GB, and frees some of it late. */
const heapOf = (megabytes: number) => ({ NODE_OPTIONS: `--max-old-space-size=${megabytes}` });
/** What bursts need: as much as on a machine of 4 GB. */
const SMALL_HEAP = 1024;
/** Where the Webhook node is called at once, it has no bound: an execution under way needs up to 10 MB. */
const LARGE_HEAP = 8192;

const MOST_MB = 1200;

interface Bursts {
	own: Burst;
	/** The same with a small heap. */
	small: Burst;
	/** Calls that wait for one another, and calls that do not. */
	webhook: Burst;
	atOnce: Burst;
	/** Events that DingTalk stopped waiting for, three deliveries and 180 s on: their turn came later, and late answers change nothing. */
	givenUp: number;
}

const inNewN8n = async <T>(work: (stage: Stage) => Promise<T>, env: Record<string, string> = {}): Promise<T> =>
	await withN8n(async (n8n) => await withSandbox(n8n, {}, work), { env });

/** Both sides one after the other in a new n8n as it comes, whoever needs least memory first: n8n keeps some of what a burst has made it grow by. */
async function bursts(size: number, say: (line: string) => void): Promise<Bursts> {
	const bounded = await inNewN8n(async (stage) => {
		const [gentle, webhook] = [await webhookNode(stage, CONNECTIONS / 10), await webhookNode(stage, CONNECTIONS)];
		const trigger = await dingTalkTrigger(stage);
		for (const side of [gentle, trigger]) await burst(stage, side, WARM_UP);
		say(`${size} events`);
		const own = await burst(stage, trigger, size);
		const givenUp = stage.sandbox.failedEvents.length;
		say(`${size} calls over ${CONNECTIONS} connections`);
		return { own, givenUp, webhook: await burst(stage, webhook, size) };
	});
	const small = await inNewN8n(async (stage) => {
		const trigger = await dingTalkTrigger(stage);
		await burst(stage, trigger, WARM_UP);
		say(`${size} events, heap of ${SMALL_HEAP} MB`);
		return await burst(stage, trigger, size);
	}, heapOf(SMALL_HEAP));
	const atOnce = await inNewN8n(async (stage) => {
		await burst(stage, await webhookNode(stage, CONNECTIONS / 10), WARM_UP);
		say(`${size} calls at once`);
		return await burst(stage, await webhookNode(stage, size), size);
	}, heapOf(LARGE_HEAP));
	return { ...bounded, small, atOnce };
}

function lines(size: number, { own, small, webhook, atOnce, givenUp }: Bursts): Line[] {
	const about = (what: string): string => `${size}: ${what}`;
	return [
		{ what: about('time, DingTalk Trigger'), value: own.seconds, unit: 's' },
		{ what: about('time, Webhook node'), value: webhook.seconds, unit: 's' },
		{ what: about('time, DingTalk Trigger : Webhook node'), value: own.seconds / webhook.seconds },
		{ what: about('peak memory of n8n, DingTalk Trigger'), value: own.megabytes, unit: 'MB', atMost: MOST_MB },
		{ what: about(`time, DingTalk Trigger, heap of ${SMALL_HEAP} MB`), value: small.seconds, unit: 's' },
		{
			what: about(`peak memory of n8n, DingTalk Trigger, heap of ${SMALL_HEAP} MB`),
			value: small.megabytes,
			unit: 'MB',
			atMost: MOST_MB,
		},
		{ what: about('peak memory of n8n, Webhook node'), value: webhook.megabytes, unit: 'MB' },
		{ what: about('peak memory of n8n, Webhook node called at once'), value: atOnce.megabytes, unit: 'MB' },
		{ what: about('peak memory, DingTalk Trigger : Webhook node'), value: own.megabytes / webhook.megabytes },
		{
			what: about('peak memory, DingTalk Trigger : Webhook node called at once'),
			value: own.megabytes / atOnce.megabytes,
		},
		{ what: about('events that ended well, DingTalk Trigger'), value: own.succeeded, atLeast: size },
		{
			what: about(`events that ended well, DingTalk Trigger, heap of ${SMALL_HEAP} MB`),
			value: small.succeeded,
			atLeast: size,
		},
		{ what: about('events run twice, DingTalk Trigger'), value: own.twice + small.twice, atMost: 0 },
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
	about: `bursts of events at the trigger as it comes, beside n8n's Webhook node in the same n8n, called as often over ${CONNECTIONS} connections; and, with a heap of ${LARGE_HEAP} MB, called at once`,
	run: async (say) => {
		if (process.platform !== 'linux')
			throw new Error('trigger-burst reads the memory of n8n from /proc: it needs Linux');
		const all: Line[] = [];
		for (const size of SIZES) all.push(...lines(size, await bursts(size, say)));
		return all;
	},
};
