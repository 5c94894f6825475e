import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type N8n, installHost } from '../scripts/host';
import type { Side } from './burstSides';
import { watchPeak } from './memory';
import type { Stage } from './stage';

/** How often the number of ended executions is asked for; when the last one ended is read from n8n's database. */
const POLL_MS = 1000;
const TIMEOUT_MS = 1_800_000;
/** Within this a process whose connections broke off has ended. */
const DYING_MS = 30_000;

/** What a burst came to. */
export interface Burst {
	/** Until the last execution had ended. */
	seconds: number;
	/** Largest resident size of n8n's process in that time. */
	megabytes: number;
	/** Events whose execution succeeded; events that were run more than once; calls that n8n refused. */
	succeeded: number;
	twice: number;
	refused: number;
	/** n8n died of it; the other figures are what had been reached by then. */
	died: boolean;
}

/** What executionsProbe.js says. */
type Executions = Pick<Burst, 'succeeded' | 'twice'> & { lastEnd: number };

async function read({ userFolder }: N8n, workflowId: string, prefix: string): Promise<Executions> {
	const { node } = await installHost();
	const file = join(userFolder, '.n8n', 'database.sqlite');
	const output = execFileSync(
		node,
		['--no-warnings', join(__dirname, 'executionsProbe.js'), file, workflowId, prefix],
		{ encoding: 'utf8' },
	);
	const executions: Executions = JSON.parse(output);
	return executions;
}

/** How many executions of a workflow have ended. */
async function ended({ api }: N8n, workflowId: string): Promise<number> {
	const filter = encodeURIComponent(
		JSON.stringify({ workflowId, status: ['success', 'error', 'crashed', 'canceled'] }),
	);
	return (await api.rest.call<{ count: number }>('GET', `/executions?filter=${filter}&limit=1`)).count;
}

async function waitFor(n8n: N8n, workflowId: string, count: number): Promise<void> {
	const end = Date.now() + TIMEOUT_MS;
	for (;;) {
		const reached = await ended(n8n, workflowId);
		if (reached >= count) return;
		if (Date.now() > end) throw new Error(`${reached} of ${count} executions have ended after ${TIMEOUT_MS / 1000} s`);
		await sleep(POLL_MS);
	}
}

/**
 * Sends a burst and waits until all its executions have ended.
 * @param round what tells it from another of the same size
 */
export async function burst({ n8n }: Stage, { workflowId, send }: Side, size: number, round = ''): Promise<Burst> {
	const prefix = `burst-of-${size}-${round}`;
	const before = await ended(n8n, workflowId);
	const memory = watchPeak(n8n.pid);
	const began = Date.now();
	const refused = await send(size, prefix);
	const died = await waitFor(n8n, workflowId, before + size - refused).then(
		() => false,
		async (error: unknown) => {
			if (await Promise.race([n8n.exited.then(() => true), sleep(DYING_MS, false)])) return true;
			throw error;
		},
	);
	const megabytes = memory.stop();
	const { lastEnd, succeeded, twice } = await read(n8n, workflowId, prefix);
	return { seconds: (lastEnd - began) / 1000, megabytes, succeeded, twice, refused, died };
}
