import { setTimeout as sleep } from 'node:timers/promises';
import type { SandboxOptions } from '../sandbox';
import type { N8n, Saved } from '../scripts/host';
import { type Job, MEASURED, jobs, workflowOf } from './jobs';
import type { Bench, Line } from './line';
import { type Stage, withN8n, withSandbox } from './stage';
import { inTurn, median, medianRatio } from './stats';

/** Without a limit. */
const UNPACED_ITEMS = 300;
/** With one: of few items, a single refusal among the last calls, which costs one more latency, would be the figure. */
const PACED_ITEMS = 1000;
/** Calls a second, of the standard edition. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const LIMIT = 20;
/** Until an answer comes, ms. */
const LATENCIES = [0, 50];
const PACED_LATENCIES = [0, 50, 500, 2000];
const PACED_ROUNDS = 3;
const UNPACED_ROUNDS = 7;

interface Run {
	/** Of the node itself, as n8n notes it with the execution. */
	seconds: number;
	failed: number;
}

async function measure({ run, sandbox }: Stage, { succeeded }: Job, workflow: Saved, count: number): Promise<Run> {
	sandbox.clearLog();
	const execution = await run(workflow);
	const items = execution.json(MEASURED);
	if (items.length !== count)
		throw new Error(`${workflow.name} gave ${items.length} of ${count} items: ${execution.error()?.message}`);
	return { seconds: execution.milliseconds(MEASURED) / 1000, failed: items.filter((item) => !succeeded(item)).length };
}

const seconds = (runs: Run[]): number => median(runs.map((one) => one.seconds));

/** With DingTalk's limit enforced. */
async function paced(stage: Stage, job: Job, where: string, latency: number): Promise<Line[]> {
	const own = await stage.save(workflowOf(`own ${where}`, job.own({}), stage.sandbox, PACED_ITEMS));
	const http = await stage.save(workflowOf(`http ${where}`, job.http(stage.sandbox), stage.sandbox, PACED_ITEMS));
	const afterPause = (workflow: Saved) => async () => {
		// The calls of the run before have left the second over which the limit counts.
		await sleep(1500);
		return await measure(stage, job, workflow, PACED_ITEMS);
	};
	const rounds = await inTurn(PACED_ROUNDS, afterPause(own), afterPause(http));
	const [ours, theirs] = [rounds.map(([first]) => first), rounds.map(([, second]) => second)];
	return [
		{ what: `${where}: DingTalk node`, value: seconds(ours), unit: 's' },
		// The first second's calls go out at once; all others can go no faster than the limit, and the last has to be answered.
		{
			what: `${where}: DingTalk node, share of the limit after the first ${LIMIT} calls`,
			value: (PACED_ITEMS - LIMIT) / LIMIT / (seconds(ours) - latency / 1000),
			atLeast: 0.95,
		},
		{
			what: `${where}: DingTalk node, failed of ${PACED_ITEMS}`,
			value: Math.max(...ours.map(({ failed }) => failed)),
			atMost: 0,
		},
		{
			what: `${where}: HTTP Request node, failed of ${PACED_ITEMS}`,
			value: median(theirs.map(({ failed }) => failed)),
		},
	];
}

/** Without a limit and without pacing; all else as it comes: the DingTalk node has up to 500 calls under way, the HTTP Request node all. */
async function unpaced(stage: Stage, job: Job, where: string): Promise<Line[]> {
	const own = await stage.save(
		workflowOf(`own ${where}`, job.own({ callsPerSecond: 0 }), stage.sandbox, UNPACED_ITEMS),
	);
	const http = await stage.save(workflowOf(`http ${where}`, job.http(stage.sandbox), stage.sandbox, UNPACED_ITEMS));
	const sides = [
		async () => await measure(stage, job, own, UNPACED_ITEMS),
		async () => await measure(stage, job, http, UNPACED_ITEMS),
	] as const;
	await inTurn(1, ...sides);
	const rounds = await inTurn(UNPACED_ROUNDS, ...sides);
	return [
		{ what: `${where}: DingTalk node`, value: seconds(rounds.map(([first]) => first)), unit: 's' },
		{ what: `${where}: HTTP Request node`, value: seconds(rounds.map(([, second]) => second)), unit: 's' },
		{
			what: `${where}: speed, DingTalk : HTTP Request`,
			value: medianRatio(rounds.map(([first, second]) => [second.seconds, first.seconds])),
			atLeast: 0.8,
		},
		{
			what: `${where}: failed on either side`,
			value: rounds.flat().reduce((sum, { failed }) => sum + failed, 0),
			atMost: 0,
		},
	];
}

async function everyJob(
	n8n: N8n,
	{ latency, ...options }: SandboxOptions & { latency: number },
	words: string,
	work: typeof paced,
): Promise<Line[]> {
	return await withSandbox(n8n, { people: PACED_ITEMS, latency, ...options }, async (stage) => {
		const lines: Line[] = [];
		for (const job of jobs) lines.push(...(await work(stage, job, `${job.name}, ${latency} ms, ${words}`, latency)));
		return lines;
	});
}

export const items: Bench = {
	name: 'items',
	about: `${UNPACED_ITEMS} items without a limit and ${PACED_ITEMS} with one, beside n8n's HTTP Request node making the same calls with the same credential in the same n8n`,
	run: async (say) =>
		await withN8n(async (n8n) => {
			const lines: Line[] = [];
			for (const latency of LATENCIES) {
				say(`${latency} ms latency, no limit`);
				lines.push(
					...(await everyJob(n8n, { latency }, 'no limit, Calls per Second 0, Batching 0 (default)', unpaced)),
				);
			}
			for (const latency of PACED_LATENCIES) {
				say(`${latency} ms latency, ${LIMIT} calls a second`);
				const limited = { latency, limits: { perSecond: LIMIT } };
				lines.push(...(await everyJob(n8n, limited, `limit of ${LIMIT} a second, defaults`, paced)));
			}
			return lines;
		}),
};
