import { ExecutionCancelledError, type IRun, type ITriggerFunctions } from 'n8n-workflow';

import type { Ended } from './inbox';
import { type Incoming, likenessOf } from './incoming';
import type { Once } from './once';

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/**
 * The payload of what a node passed to `this.sendResponse`: the body of a full HTTP response (a
 * Buffer of JSON in webhook mode, which serves both), or the value itself.
 */
export function payloadOf(response: unknown): unknown {
	const body = isRecord(response) && 'body' in response ? response.body : response;
	if (!Buffer.isBuffer(body)) return body;
	try {
		return JSON.parse(body.toString('utf8'));
	} catch {
		return undefined;
	}
}

const hasFailed = (run: IRun): boolean => run.status === 'error' || run.status === 'crashed' || run.data.resultData.error !== undefined;

type Response = Awaited<NonNullable<Parameters<ITriggerFunctions['emit']>[1]>['promise']>;

interface Execution {
	/** What the workflow answered; never settles when it does not. */
	readonly answered: Promise<unknown>;
	/** undefined: n8n refused the deduplication key. `notBegun`: it could not store the execution, as far as one can tell. */
	readonly ended: Promise<{ failed: boolean; notBegun?: boolean } | undefined>;
}

function execute(context: ITriggerFunctions, incoming: Incoming, deduplicationKey: string): Execution {
	const response = context.helpers.createDeferredPromise<Response>();
	const done = context.helpers.createDeferredPromise<IRun>();
	// Rejected when n8n could not begin the execution at all, which leaves `done` without a run too.
	let couldNotBegin = false;
	const answered = response.promise.then(payloadOf, () => {
		couldNotBegin = true;
	});
	context.emit([[{ json: incoming.item, ...(incoming.binary && { binary: incoming.binary }) }]], response, done, deduplicationKey);
	const ended = done.promise.then(
		(run: IRun | undefined) => {
			if (run) return { failed: hasFailed(run) };
			return couldNotBegin ? { failed: true } : undefined;
		},
		// Stopped by a person or a time limit, or not begun (a database that is locked or away): n8n has said so in its own log.
		(error: unknown) => ({ failed: true, notBegun: !(error instanceof ExecutionCancelledError) }),
	);
	return { answered, ended };
}

export interface Policy {
	/** A failed one may run again. */
	readonly repeatFailed: boolean;
	/** It may come a second time without its id. */
	readonly comesWithoutId: boolean;
	/** Brings along what belongs to it. Never fails. */
	enrich(incoming: Incoming): Promise<Incoming>;
}

/**
 * Runs an event unless it has run before. Resolves at the end of the execution, for a card callback
 * as soon as the workflow has answered.
 */
export async function runOnce(context: ITriggerFunctions, once: Once, { repeatFailed, comesWithoutId, enrich }: Policy, bare: Incoming, started: () => void): Promise<Ended> {
	const beginning = once.begin(bare.key, bare.resumed);
	if (!beginning.run) return { failed: false };
	const incoming = await enrich(bare);

	const execution = execute(context, incoming, beginning.deduplicationKey);
	started();
	const ended = execution.ended.then(async (first) => {
		// n8n has the execution of a resumed one: it was handed over before the restart.
		const second = first ?? (incoming.resumed ? undefined : await execute(context, incoming, once.again(incoming.key)).ended);
		// Once more under the same key, which n8n refuses if the execution had begun after all.
		const last = second?.notBegun ? ((await execute(context, incoming, once.keyOf(incoming.key)).ended) ?? { failed: true }) : second;
		if (last?.notBegun) {
			once.end(incoming.key, true);
			return { failed: true, handedBack: true };
		}
		const failed = last?.failed ?? false;
		once.end(incoming.key, failed && repeatFailed, ...(comesWithoutId && incoming.kind === 'event' ? [likenessOf(incoming)] : []));
		return { failed };
	});
	if (incoming.kind !== 'card') return await ended;
	const answered = execution.answered.then(async (response) => (isRecord(response) ? { failed: false, response } : await ended));
	return await Promise.race([answered, ended]);
}
