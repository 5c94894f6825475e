import type { ITriggerFunctions } from 'n8n-workflow';

import type { Clock } from '../protocol/stream/ports';
import { type Execution, type Outcome, emit, isRecord } from './emission';
import { hasEnded } from './history';
import type { Ended } from './inbox';
import { type Incoming, namesOf } from './incoming';
import type { Once } from './once';
import { eventName, witness } from './witness';

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
		while ((await hasEnded(this.context, execution)) === false)
			await new Promise<void>((resolve) => this.policy.clock.after(LOOK_AGAIN, resolve));
		return true;
	}

	/** Hands it to n8n. */
	begin(incoming: Incoming, deduplicationKey: string): Execution {
		const stopListening = witness.expect(this.event, (execution) => this.once.runsIn(incoming.key, execution));
		this.once.touch();
		const execution = emit(this.context, this.once, this.policy.clock, incoming, deduplicationKey, this.started);
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
		for (let tried = 1; outcome === 'interrupted' && tried < MOST_INTERRUPTED; tried++)
			outcome = await next(once.again(incoming.key));
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
		const [key, ...alias] = namesOf(incoming);
		once.end(key, repeat, ...(policy.comesWithoutId ? alias : []));
		return { failed };
	}
}

async function pass(passage: Passage, once: Once, policy: Policy, bare: Incoming): Promise<Ended> {
	if (await passage.endedBefore()) return passage.end('succeeded');
	const incoming = await policy.enrich(bare);

	const execution = passage.begin(incoming, once.keyOf(bare.key));
	const ended = passage.carryOut(incoming, execution.outcome).then((outcome) => passage.end(outcome));
	if (incoming.kind !== 'card') return await ended;
	const answered = execution.answered.then(async (response) =>
		isRecord(response) ? { failed: false, response } : await ended,
	);
	return await Promise.race([answered, ended]);
}

/**
 * Runs an event unless it has run before. Resolves at the end of the execution, for a card callback
 * as soon as the workflow has answered. Never rejects: where n8n throws, the event is handed back.
 */
export async function runOnce(
	context: ITriggerFunctions,
	once: Once,
	policy: Policy,
	bare: Incoming,
	started: () => void,
): Promise<Ended> {
	if (!once.begin(bare.key)) return { failed: false };
	const passage = new Passage(context, once, policy, bare, started);
	return await pass(passage, once, policy, bare).catch((error: unknown) => {
		context.logger.warn(
			`DingTalk Trigger: n8n did not take an event (${error instanceof Error ? error.message : String(error)})`,
		);
		return passage.end('not begun');
	});
}
