import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { isObject } from '../../protocol/json';

/*
 * In queue mode the executions run in workers, other processes than the one that listens. A worker says by
 * n8n's `sendResponse`, which goes through Redis to the process that has asked for the execution, in which
 * execution an event runs, and which others it has under way.
 */

/** A worker's word when an execution begins in it. */
export interface Word {
	readonly execution: string;
	/** Executions of DingTalk Triggers that have begun in this worker and not ended. */
	readonly running: readonly string[];
}

/** The member of a response by which it is known: no node of a workflow answers with it. */
const NAME = 'dingTalkTriggerBegan';

/** A response that holds a worker's word. */
export const asResponse = ({ execution, running }: Word): IDataObject => ({
	[NAME]: { execution, running: [...running] },
});

/** The word in a response; undefined: it is the workflow's own answer. */
export function wordIn(response: unknown): Word | undefined {
	const word = isObject(response) ? response[NAME] : undefined;
	if (!isObject(word) || typeof word.execution !== 'string') return undefined;
	const running = Array.isArray(word.running) ? word.running : [];
	return { execution: word.execution, running: running.filter((id) => typeof id === 'string') };
}

/** Executions that this process has under way as a worker. */
const running = new Set<string>();

/** Whether n8n still has this execution: one that nobody had begun is replaced when its event comes again. */
async function isStored(context: IExecuteFunctions, execution: string): Promise<boolean> {
	try {
		return (await context.getExecutionDataById(execution)) !== undefined;
	} catch {
		return true;
	}
}

/**
 * Says that an execution has begun in this process. The items to go on with: none where n8n has replaced
 * the execution by another one after this worker had taken it.
 */
export async function beginInWorker(
	context: IExecuteFunctions,
	items: INodeExecutionData[],
): Promise<INodeExecutionData[]> {
	const execution = context.getExecutionId();
	if (!(await isStored(context, execution))) return [];
	// n8n before it has `onExecutionFinish` does not say when it ends.
	if (context.onExecutionFinish) {
		running.add(execution);
		context.onExecutionFinish(() => void running.delete(execution));
	}
	await context.sendResponse(asResponse({ execution, running: [...running] }));
	return items;
}

/** So many executions are remembered. */
const REMEMBERED = 10_000;

/** The workers of the process that listens, as far as it has heard of them. */
export class Workers {
	private readonly alive = new Map<string, number>();
	private first = Infinity;

	/** The lowest id of an execution that has begun since this process is there, as far as it has heard. */
	get firstHeard(): number {
		return this.first;
	}

	/** @param now epoch milliseconds */
	heard({ execution, running: others }: Word, now: number): void {
		if (Number(execution) < this.first) this.first = Number(execution);
		for (const id of [execution, ...others]) {
			this.alive.delete(id);
			this.alive.set(id, now);
		}
		for (const oldest of this.alive.keys()) {
			if (this.alive.size <= REMEMBERED) break;
			this.alive.delete(oldest);
		}
	}

	/** When a worker last said that it has this execution, epoch milliseconds; 0: never. */
	lastAlive(execution: string): number {
		return this.alive.get(execution) ?? 0;
	}
}

/** The workers of this process. */
export const workers = new Workers();
