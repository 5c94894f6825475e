import type { ITriggerFunctions } from 'n8n-workflow';

import type { Clock } from '../../protocol/stream/ports';
import { type Execution, type Outcome, emit, isRecord } from './emission';
import { hasEnded } from './executionEnd';
import type { Aside, Ended } from '../receive/inbox';
import { resultOf } from '../item/calls';
import { type Incoming, namesOf } from '../item/incoming';
import type { Ledger } from './ledger';
import { endInWorker } from './endInWorker';
import { eventName, executionIds } from './executionIds';
import type { LeftBehind } from './leftBehind';
import { workers } from './workers';

export interface Policy {
	/** A failed one may run again. */
	readonly repeatFailed: boolean;
	/** It may come a second time without its id. */
	readonly comesWithoutId: boolean;
	readonly clock: Clock;
	/** Executions that a crash has left behind. */
	readonly leftBehind: LeftBehind;
	/** Brings along what belongs to it. Never fails. */
	enrich(incoming: Incoming): Promise<Incoming>;
}

/** Milliseconds between looks at an execution that this trigger has not started itself. */
const LOOK_AGAIN = 1_000;

/** In queue mode n8n has refused a key after so long if it ever does, milliseconds. Until then the event is not in its hands. */
const REFUSES_WITHIN = 10_000;

/** An event whose executions go down with their worker so often is not tried again: it may be the reason. */
const MOST_INTERRUPTED = 3;

/** One event on its way through n8n. */
class Passage {
	private readonly event: string;

	constructor(
		private readonly context: ITriggerFunctions,
		private readonly ledger: Ledger,
		private readonly policy: Policy,
		private readonly incoming: Incoming,
		/** Says that n8n has it. */
		private readonly started: () => void,
		private readonly aside: Aside,
	) {
		this.event = eventName(ledger.scope, incoming.item);
	}

	/** The way it ended before: an execution that this process knows of, or that was there before a crash. undefined: stopped meanwhile. */
	async endedBefore(): Promise<boolean | undefined> {
		const { context, ledger, incoming } = this;
		if (await this.endedElsewhere()) return true;
		const execution = ledger.executionOf(incoming.key);
		if (execution === undefined) return false;
		const ended = ledger.byWorkers ? await this.endedInWorker() : (await hasEnded(context, execution)) === true;
		if (ended === false) ledger.again(incoming.key);
		return ended;
	}

	/** Whether the execution that a worker had begun came to its end; undefined: the trigger was stopped meanwhile. */
	private async endedInWorker(): Promise<boolean | undefined> {
		const { context, event } = this;
		const { clock, leftBehind } = this.policy;
		const entrusted = { context, clock, leftBehind, event, key: this.incoming.key };
		const end = await endInWorker(entrusted, this.aside);
		return end && end === 'ended';
	}

	/** Whether the execution that the key had been used for came to its end before a crash, also where its id was not saved. */
	private async endedUnnoticed(): Promise<boolean> {
		const execution = await this.policy.leftBehind.executionOf(this.event, this.incoming.key);
		return execution !== undefined && (await hasEnded(this.context, execution)) === true;
	}

	/**
	 * Whether n8n has begun it by itself after a crash, or for this trigger before that was restarted;
	 * waits for the end of that.
	 */
	private async endedElsewhere(): Promise<boolean> {
		const execution = executionIds.executionOf(this.event);
		if (execution === undefined) return false;
		this.started();
		while ((await hasEnded(this.context, execution)) === false)
			await new Promise<void>((resolve) => this.policy.clock.after(LOOK_AGAIN, resolve));
		return true;
	}

	/** Hands it to n8n. */
	begin(incoming: Incoming, deduplicationKey: string): Execution {
		const { ledger, event } = this;
		const { clock } = this.policy;
		const stopListening = executionIds.expect(event, (execution) => ledger.runsIn(incoming.key, execution));
		let stopWaiting = () => {};
		// An event that n8n refuses is not in its hands: DingTalk keeps it until that is clear.
		const begun = () => {
			if (ledger.byWorkers) stopWaiting = clock.after(REFUSES_WITHIN, this.started);
			else this.started();
		};
		ledger.touch();
		const execution = emit(this.context, ledger, clock, incoming, deduplicationKey, begun, (word) => {
			workers.heard(word, clock.now());
			ledger.byWorkers = true;
			executionIds.saw(event, word.execution);
		});
		const outcome = execution.outcome.finally(() => {
			stopListening();
			stopWaiting();
		});
		return { ...execution, outcome };
	}

	/** Sees to it that an execution comes to its end. `not begun`: n8n cannot take it now. */
	async carryOut(incoming: Incoming, first: Promise<Outcome>): Promise<Outcome> {
		const { ledger } = this;
		const next = async (key: string) => await this.begin(incoming, key).outcome;
		let outcome = await first;
		// Once more under the same key, which n8n refuses if it has stored the execution after all.
		if (outcome === 'not begun') outcome = await next(ledger.keyOf(incoming.key));
		while (outcome === 'refused') {
			if (await this.endedElsewhere()) return 'succeeded';
			if (ledger.byWorkers) {
				const ended = await this.endedInWorker();
				if (ended !== false) return ended ? 'succeeded' : 'not begun';
			} else if (incoming.resumed || (await this.endedUnnoticed())) {
				// A resumed event was read from the failed-events list, and handed over before the restart.
				return 'succeeded';
			}
			outcome = await next(ledger.again(incoming.key));
		}
		for (let tried = 1; outcome === 'interrupted' && tried < MOST_INTERRUPTED; tried++)
			outcome = await next(ledger.again(incoming.key));
		return outcome;
	}

	/** Notes the end. */
	end(outcome: Outcome): Ended {
		const { ledger, event, incoming, policy } = this;
		if (outcome === 'not begun') {
			ledger.handBack(incoming.key);
			return { failed: true, handedBack: true };
		}
		const failed = outcome !== 'succeeded';
		const repeat = failed && policy.repeatFailed;
		if (repeat) executionIds.forget(event);
		const [key, ...alias] = namesOf(incoming);
		ledger.end(key, repeat, ...(policy.comesWithoutId ? alias : []));
		return { failed };
	}
}

/** The end with the result that a call gets: only of an execution that ended well. */
function withResult(ended: Ended, incoming: Incoming, execution: Execution): Ended {
	const output = ended.failed ? undefined : execution.output();
	return output ? { ...ended, response: resultOf(incoming, output) } : ended;
}

async function pass(passage: Passage, ledger: Ledger, policy: Policy, bare: Incoming): Promise<Ended> {
	const endedBefore = await passage.endedBefore();
	if (endedBefore !== false) return passage.end(endedBefore ? 'succeeded' : 'not begun');
	const incoming = await policy.enrich(bare);

	const execution = passage.begin(incoming, ledger.keyOf(bare.key));
	const ended = passage.carryOut(incoming, execution.outcome).then((outcome) => passage.end(outcome));
	if (incoming.kind === 'call') return await ended.then((end) => withResult(end, incoming, execution));
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
	ledger: Ledger,
	policy: Policy,
	bare: Incoming,
	started: () => void,
	aside: Aside,
): Promise<Ended> {
	if (!ledger.begin(bare.key)) return { failed: false };
	const passage = new Passage(context, ledger, policy, bare, started, aside);
	return await pass(passage, ledger, policy, bare).catch((error: unknown) => {
		context.logger.warn(
			`DingTalk Trigger: n8n did not take an event (${error instanceof Error ? error.message : String(error)})`,
		);
		return passage.end('not begun');
	});
}
