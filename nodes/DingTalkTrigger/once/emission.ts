import { ExecutionCancelledError, type IDataObject, type IRun, type ITriggerFunctions } from 'n8n-workflow';

import type { Clock } from '../../protocol/stream/ports';
import { type Incoming, asExecutionItem } from '../item/incoming';
import { wasGivenUp } from './executionEnd';
import type { Ledger } from './ledger';
import { type Word, wordIn } from './workers';

export const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null;

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

function outputOf({ data: { resultData } }: IRun): IDataObject | undefined {
	const { lastNodeExecuted, runData, error } = resultData;
	if (error !== undefined || lastNodeExecuted === undefined) return undefined;
	return runData?.[lastNodeExecuted]?.at(-1)?.data?.main?.[0]?.[0]?.json;
}

const hasFailed = ({ status, data }: IRun): boolean => status === 'error' || data.resultData.error !== undefined;

const wasInterrupted = ({ status, data }: IRun): boolean => status === 'crashed' || wasGivenUp(data.resultData);

/** `refused`: n8n has had the deduplication key. `not begun`: it could not store the execution, as far as one can tell. */
export type Outcome = 'succeeded' | 'failed' | 'interrupted' | 'refused' | 'not begun';

type Response = Awaited<NonNullable<Parameters<ITriggerFunctions['emit']>[1]>['promise']>;

export interface Execution {
	/** What the workflow answered; never settles when it does not. */
	readonly answered: Promise<unknown>;
	readonly outcome: Promise<Outcome>;
	/** The first item of the workflow's last node, once it has ended well. */
	output(): IDataObject | undefined;
}

/**
 * n8n before 2.35 says nothing when it could not begin an execution. What it has not begun after so long it is
 * taken to have lost; where it limits how many run at once, one may wait its turn for a while.
 */
const BEGINS_WITHIN = 600_000;

/** Once n8n has rejected the response it settles `done`, if at all. */
const SETTLES_WITHIN = 1_000;

/**
 * Hands an event to n8n.
 * @param begun called when n8n has begun it, or has promised to say so if it cannot
 * @param hear called with what a worker says when it begins the execution
 */
export function emit(
	context: ITriggerFunctions,
	ledger: Ledger,
	clock: Clock,
	incoming: Incoming,
	deduplicationKey: string,
	begun: () => void,
	hear: (word: Word) => void,
): Execution {
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
	const heard = {
		...response,
		resolve: (value: Parameters<typeof response.resolve>[0]) => {
			const word = wordIn(value);
			if (word) hear(word);
			else response.resolve(value);
		},
	};
	context.emit([[asExecutionItem(incoming)]], heard, noticed, deduplicationKey);
	let output: IDataObject | undefined;
	const ended = done.promise.then(
		(run: IRun | undefined): Outcome => {
			if (!run) return couldNotBegin ? 'failed' : 'refused';
			output = outputOf(run);
			if (wasInterrupted(run)) return 'interrupted';
			// Only an execution that a worker carried out has a job.
			ledger.byWorkers = 'jobId' in run && run.jobId !== undefined;
			return hasFailed(run) ? 'failed' : 'succeeded';
		},
		// Stopped by a person or a time limit, or not begun (a database that is locked or away): n8n has said so in its own log.
		(error: unknown): Outcome => (error instanceof ExecutionCancelledError ? 'failed' : 'not begun'),
	);
	return { answered, outcome: Promise.race([ended, unsaid.promise]), output: () => output };
}
