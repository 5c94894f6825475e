import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../../protocol/json';
import { at } from '../../protocol/paging';

/** A note is what the execution itself keeps of its question while it waits. */
export interface Note {
	/** The first question of this node in its execution is 1; in a loop the next one is 2. */
	readonly round: number;
	/** Until when an answer is waited for, in epoch ms. */
	readonly till: number;
}

/** The address of a waiting node is the same in each round of a loop: what tells them apart is signed with it, from the second on. */
export const roundParameter = (round: number): Record<string, string> => (round > 1 ? { round: String(round) } : {});

/** Notes a new question. n8n stores a node's context with the execution. */
export function writeNote(context: IExecuteFunctions, till: Date): Note {
	const kept = context.getContext('node');
	const note = { round: (Number(kept.round) || 0) + 1, till: till.getTime() };
	Object.assign(kept, note);
	return note;
}

/** The question that waits. An answer's context carries the execution, which its interface does not name. */
export function readNote(context: IWebhookFunctions): Note {
	const contexts = at(Reflect.get(context, 'runExecutionData'), 'executionData.contextData');
	const kept = isObject(contexts) ? contexts[`node:${context.getNode().name}`] : undefined;
	const { round, till } = isObject(kept) ? kept : {};
	return { round: Number(round) || 1, till: typeof till === 'number' ? till : Infinity };
}
