import type { ITriggerFunctions } from 'n8n-workflow';

import type { Clock } from '../../protocol/stream/ports';
import type { Aside } from '../receive/inbox';
import { isOver, readExecution, wasGivenUp } from './executionEnd';
import type { LeftBehind } from './leftBehind';
import { workers } from './workers';

/*
 * Queue mode: n8n has refused an event's key, so an execution of it had begun in a worker before this process was
 * there. The database looks the same whether that worker is still at it or has gone down.
 */

/**
 * Milliseconds until an execution that has not ended, and of which no worker says that it has it, is taken to have gone
 * down: n8n itself gives up a job after its lock (QUEUE_WORKER_LOCK_DURATION, 60 s) at the next look at stalled ones
 * (QUEUE_WORKER_STALLED_INTERVAL, 30 s). https://docs.n8n.io/hosting/configuration/environment-variables/queue-mode/
 */
const GIVEN_UP_AFTER = 90_000;

/** Milliseconds between looks. */
const LOOK_AGAIN = 1_000;

/** An event that a worker may have. */
export interface Entrusted {
	readonly context: ITriggerFunctions;
	readonly leftBehind: LeftBehind;
	readonly clock: Clock;
	/** Names trigger and event. */
	readonly event: string;
	readonly key: string;
}

/** `ended`: it is done. `lost`: it is to run again. */
type End = 'ended' | 'lost';

/** One look; undefined: it has not ended, or nobody can tell. */
async function look(entrusted: Entrusted, since: number): Promise<End | undefined> {
	const { context, leftBehind, event, key } = entrusted;
	const execution = await leftBehind.executionOf(event, key);
	const found = execution === undefined ? 'unreadable' : await readExecution(context, execution);
	// n8n deletes an execution that had begun only after its end, where the workflow does not keep it.
	if (found === 'gone') return 'ended';
	if (found !== 'unreadable') {
		if (wasGivenUp(found.resultData)) return 'lost';
		if (isOver(found)) return 'ended';
	}
	const alive = Math.max(since, execution === undefined ? 0 : workers.lastAlive(execution));
	return entrusted.clock.now() - alive < GIVEN_UP_AFTER ? undefined : 'lost';
}

/**
 * How the execution ended that a worker had begun for the event. Others have the event's place while that is not clear.
 * @returns undefined when the trigger was stopped meanwhile
 */
export async function endInWorker(entrusted: Entrusted, aside: Aside): Promise<End | undefined> {
	const { clock } = entrusted;
	const since = clock.now();
	let end = await look(entrusted, since);
	if (end) return end;
	const goesOn = await aside(async (stopped) => {
		while (!end && !stopped()) {
			await new Promise<void>((resolve) => clock.after(LOOK_AGAIN, resolve));
			end = await look(entrusted, since);
		}
	});
	return goesOn ? end : undefined;
}
