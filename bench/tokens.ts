import { setTimeout as sleep } from 'node:timers/promises';
import type { N8n } from '../scripts/host';
import { type Step, line } from '../test/e2e/support/workflow';
import { jobs } from './jobs';
import type { Bench, Line } from './line';
import { type Stage, withN8n, withSandbox } from './stage';

const EXECUTIONS = 50;
/** So long that all executions are under way before the first token is back. */
const LATENCY = 50;
/** Life of a token where it is to run out; the credential renews it a tenth earlier. */
const SHORT_LIFE_S = 20;

const [job] = jobs;

/** Answers when the workflow has ended, with its last node's item. */
const webhook = (path: string): Step => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
});

const somebody: Step = {
	name: 'Somebody',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: JSON.stringify({ userid: 'zhangsan' }) },
};

/** Starts all executions at once. @returns how many of them did not do their call */
async function burst(url: string): Promise<number> {
	const answers = await Promise.all(
		Array.from({ length: EXECUTIONS }, async () => {
			const response = await fetch(url, { method: 'POST' });
			const text = await response.text();
			return response.ok && text.startsWith('{') && job.succeeded(JSON.parse(text));
		}),
	);
	return answers.filter((good) => !good).length;
}

/** Makes the token useless in one way or another. */
type Spoil = (stage: Stage) => Promise<void> | void;

const ways: Array<{ name: string; tokenTtl: number; spoil?: Spoil }> = [
	{ name: 'no token yet', tokenTtl: 7200 },
	{ name: 'token run out', tokenTtl: SHORT_LIFE_S, spoil: async () => await sleep(SHORT_LIFE_S * 1000) },
	{ name: 'token ended by DingTalk', tokenTtl: 7200, spoil: ({ sandbox }) => sandbox.expireTokens() },
];

async function measure(
	n8n: N8n,
	way: (typeof ways)[number],
	path: string,
	step: (stage: Stage) => Step,
): Promise<{ fetches: number; failed: number }> {
	const { tokenTtl, spoil } = way;
	return await withSandbox(n8n, { latency: LATENCY, tokenTtl }, async (stage) => {
		const { id } = await stage.save(line(path, [webhook(path), somebody, step(stage)]));
		await n8n.api.activate(id);
		const url = `${n8n.url}/webhook/${path}`;
		if (spoil) {
			await fetch(url, { method: 'POST' });
			await spoil(stage);
		}
		const before = stage.sandbox.tokenFetches;
		const failed = await burst(url);
		const fetches = stage.sandbox.tokenFetches - before;
		await n8n.api.deactivate(id);
		return { fetches, failed };
	});
}

export const tokens: Bench = {
	name: 'tokens',
	about: `token fetches of ${EXECUTIONS} executions at once in one n8n, beside the same with n8n's HTTP Request node`,
	run: async () =>
		await withN8n(async (n8n) => {
			const lines: Line[] = [];
			for (const [i, way] of ways.entries()) {
				const ours = await measure(n8n, way, `own-${i}`, () => job.own({ callsPerSecond: 0 }));
				const theirs = await measure(n8n, way, `http-${i}`, ({ sandbox }) => job.http(sandbox));
				lines.push(
					{ what: `${way.name}: token fetches, DingTalk node`, value: ours.fetches, atLeast: 1, atMost: 1 },
					{ what: `${way.name}: failed executions of ${EXECUTIONS}, DingTalk node`, value: ours.failed, atMost: 0 },
					{ what: `${way.name}: token fetches, HTTP Request node`, value: theirs.fetches },
					{ what: `${way.name}: failed executions of ${EXECUTIONS}, HTTP Request node`, value: theirs.failed },
				);
			}
			return lines;
		}),
};
