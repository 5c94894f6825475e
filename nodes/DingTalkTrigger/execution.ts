import { ExecutionCancelledError, type IRun, type ITriggerFunctions } from 'n8n-workflow';

import type { Clock } from '../protocol/stream/ports';
import { hasEnded } from './history';
import type { Ended } from './inbox';
import { type Incoming, likenessOf } from './incoming';
import type { Once } from './once';
import { eventName, witness } from './witness';

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

const hasFailed = ({ status, data }: IRun): boolean => status === 'error' || data.resultData.error !== undefined;

/** n8n gave it up without having run a single node: its worker went down with it, or it never found its data. */
const wasInterrupted = ({ status, data: { resultData } }: IRun): boolean =>
	status === 'crashed' || (resultData.error !== undefined && resultData.lastNodeExecuted === undefined && Object.keys(resultData.runData ?? {}).length === 0);

/** `refused`: n8n has had the deduplication key. `not begun`: it could not store the execution, as far as one can tell. */
type Outcome = 'succeeded' | 'failed' | 'interrupted' | 'refused' | 'not begun';

type Response = Awaited<NonNullable<Parameters<ITriggerFunctions['emit']>[1]>['promise']>;

interface Execution {
	/** What the workflow answered; never settles when it does not. */
	readonly answered: Promise<unknown>;
	readonly outcome: Promise<Outcome>;
}

/**
 * n8n before 2.35 says nothing when it could not begin an execution. What it has not begun after so long it is
 * taken to have lost; where it limits how many run at once, one may wait its turn for a while.
 */
const BEGINS_WITHIN = 600_000;

/** Once n8n has rejected the response it settles `done`, if at all. */
const SETTLES_WITHIN = 1_000;

/** @param begun called when n8n has begun it, or has promised to say so if it cannot */
function execute(context: ITriggerFunctions, once: Once, clock: Clock, incoming: Incoming, deduplicationKey: string, begun: () => void): Execution {
	const response = context.helpers.createDeferredPromise<Response>();
	const done = context.helpers.createDeferredPromise<IRun>();
	const unsaid = context.helpers.createDeferredPromise<Outcome>();
	const stopWaiting = clock.after(BEGINS_WITHIN, () => unsaid.resolve('not begun'));
	const noticed = {
		...done,
		// n8n before 2.35 asks for it as soon as it has begun the execution, later ones at once.
		get resolve() {
			stopWaiting();
			begun();
			return done.resolve;
		},
	};
	// Rejected when n8n could not begin the execution at all, which leaves `done` without a run too.
	let couldNotBegin = false;
	const answered = response.promise.then(payloadOf, () => {
		couldNotBegin = true;
		clock.after(SETTLES_WITHIN, () => unsaid.resolve('failed'));
	});
	context.emit([[{ json: incoming.item, ...(incoming.binary && { binary: incoming.binary }) }]], response, noticed, deduplicationKey);
	const ended = done.promise.then(
		(run: IRun | undefined): Outcome => {
			if (!run) return couldNotBegin ? 'failed' : 'refused';
			if (wasInterrupted(run)) return 'interrupted';
			// Only an execution that a worker carried out has a job.
			once.byWorkers = 'jobId' in run && run.jobId !== undefined;
			return hasFailed(run) ? 'failed' : 'succeeded';
		},
		// Stopped by a person or a time limit, or not begun (a database that is locked or away): n8n has said so in its own log.
		(error: unknown): Outcome => (error instanceof ExecutionCancelledError ? 'failed' : 'not begun'),
	);
	return { answered, outcome: Promise.race([ended, unsaid.promise]) };
}

export interface Policy {
	/** A failed one may run again. */
	readonly repeatFailed: boolean;
	/** It may come a second time without its id. */
	readonly comesWithoutId: boolean;
	readonly clock: Clock;
	/** Brings along what belongs to it. Never fails. */
	enrich(incoming: Incoming): Promise<Incoming>;
}

/** Milliseconds between looks at an execution that this trigger has not started itself. */
const LOOK_AGAIN = 1_000;

/** An event whose executions go down with their worker so often is not tried again: it may be the reason. */
const MOST_INTERRUPTED = 3;

/** One event on its way through n8n. */
class Passage {
	private readonly event: string;

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly once: Once,
		private readonly policy: Policy,
		private readonly incoming: Incoming,
		/** Says that n8n has it. */
		private readonly started: () => void,
	) {
		this.event = eventName(once.scope, incoming.item);
	}

	/** The way it ended before: an execution that this process knows of, or that was there before a crash. */
	async endedBefore(): Promise<boolean> {
		const { context, once, incoming } = this;
		if (await this.endedElsewhere()) return true;
		const execution = once.executionOf(incoming.key);
		if (execution === undefined) return false;
		if (await hasEnded(context, execution)) return true;
		once.again(incoming.key);
		return false;
	}

	/**
	 * Whether n8n has begun it by itself after a crash, or for this trigger before that was restarted;
	 * waits for the end of that.
	 */
	private async endedElsewhere(): Promise<boolean> {
		const execution = witness.executionOf(this.event);
		if (execution === undefined) return false;
		this.started();
		while ((await hasEnded(this.context, execution)) === false) await new Promise<void>((resolve) => this.policy.clock.after(LOOK_AGAIN, resolve));
		return true;
	}

	/** Hands it to n8n. */
	begin(incoming: Incoming, deduplicationKey: string): Execution {
		const stopListening = witness.expect(this.event, (execution) => this.once.runsIn(incoming.key, execution));
		this.once.touch();
		const execution = execute(this.context, this.once, this.policy.clock, incoming, deduplicationKey, this.started);
		return { ...execution, outcome: execution.outcome.finally(stopListening) };
	}

	/** Sees to it that an execution comes to its end. `not begun`: n8n cannot take it now. */
	async carryOut(incoming: Incoming, first: Promise<Outcome>): Promise<Outcome> {
		const { once } = this;
		const next = async (key: string) => await this.begin(incoming, key).outcome;
		let outcome = await first;
		// Once more under the same key, which n8n refuses if it has stored the execution after all.
		if (outcome === 'not begun') outcome = await next(once.keyOf(incoming.key));
		while (outcome === 'refused') {
			// One read from the failed-events list was handed over before the restart; one that a worker has lives on.
			if (incoming.resumed || once.byWorkers || (await this.endedElsewhere())) return 'succeeded';
			outcome = await next(once.again(incoming.key));
		}
		for (let tried = 1; outcome === 'interrupted' && tried < MOST_INTERRUPTED; tried++) outcome = await next(once.again(incoming.key));
		return outcome;
	}

	/** Notes the end. */
	end(outcome: Outcome): Ended {
		const { once, event, incoming, policy } = this;
		if (outcome === 'not begun') {
			once.handBack(incoming.key);
			return { failed: true, handedBack: true };
		}
		const failed = outcome !== 'succeeded';
		const repeat = failed && policy.repeatFailed;
		if (repeat) witness.forget(event);
		once.end(incoming.key, repeat, ...(policy.comesWithoutId && incoming.kind === 'event' ? [likenessOf(incoming)] : []));
		return { failed };
	}
}

async function pass(context: ITriggerFunctions, once: Once, policy: Policy, bare: Incoming, started: () => void): Promise<Ended> {
	const passage = new Passage(context, once, policy, bare, started);
	if (await passage.endedBefore()) return passage.end('succeeded');
	const incoming = await policy.enrich(bare);

	const execution = passage.begin(incoming, once.keyOf(bare.key));
	const ended = passage.carryOut(incoming, execution.outcome).then((outcome) => passage.end(outcome));
	if (incoming.kind !== 'card') return await ended;
	const answered = execution.answered.then(async (response) => (isRecord(response) ? { failed: false, response } : await ended));
	return await Promise.race([answered, ended]);
}

/**
 * Runs an event unless it has run before. Resolves at the end of the execution, for a card callback
 * as soon as the workflow has answered. Never rejects: where n8n throws, the event is handed back.
 */
export async function runOnce(context: ITriggerFunctions, once: Once, policy: Policy, bare: Incoming, started: () => void): Promise<Ended> {
	if (!once.begin(bare.key)) return { failed: false };
	return await pass(context, once, policy, bare, started).catch((error: unknown) => {
		context.logger.warn(`DingTalk Trigger: n8n did not take an event (${error instanceof Error ? error.message : String(error)})`);
		once.handBack(bare.key);
		return { failed: true, handedBack: true };
	});
}
