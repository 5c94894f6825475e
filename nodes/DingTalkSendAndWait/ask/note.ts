import type { IExecuteFunctions, IWebhookFunctions } from 'n8n-workflow';

import { isObject } from '../../protocol/json';
import { at } from '../../protocol/paging';
import type { Form } from './question';

/** A note is what the execution itself keeps of its question while it waits. */
export interface Note {
	/** The first question of this node in its execution is 1; in a loop the next one is 2. */
	readonly round: number;
	/** Until when an answer is waited for, in epoch ms. */
	readonly till: number;
	/**
	 * UserIds of those who may press a button of the card; empty: everybody who sees it. People are looked up once, when they are
	 * asked: a click has to be answered in two seconds.
	 */
	readonly may: readonly string[];
	/** All of them must approve. */
	readonly all: boolean;
}

/** The address of a waiting node is the same in each round of a loop: what tells them apart is signed with it, from the second on. */
export const roundParameter = (round: number): Record<string, string> => (round > 1 ? { round: String(round) } : {});

type Asked = Pick<Form, 'sendTo' | 'people' | 'approvers' | 'waitFor'>;

/** Those who may press a button of the card; none: everybody who sees it. */
export const mayAnswer = ({ sendTo, people = [], approvers = [] }: Omit<Asked, 'waitFor'>): string[] =>
	approvers.length > 0 || sendTo === 'group' ? approvers : people;

/** Notes a new question. n8n stores a node's context with the execution. */
export function writeNote(context: IExecuteFunctions, till: Date, asked: Asked): Note {
	const kept = context.getContext('node');
	const [may, all] = [mayAnswer(asked), asked.waitFor === 'all'];
	const note = { round: (Number(kept.round) || 0) + 1, till: till.getTime(), may, all };
	Object.assign(kept, note);
	return note;
}

const isTexts = (value: unknown): value is string[] =>
	Array.isArray(value) && value.every((one) => typeof one === 'string');

/**
 * The question that waits; undefined where nothing is noted of it, so that nobody may answer. An answer's context carries the
 * execution, which its interface does not name.
 */
export function readNote(context: IWebhookFunctions): Note | undefined {
	const contexts = at(Reflect.get(context, 'runExecutionData'), 'executionData.contextData');
	const kept = isObject(contexts) ? contexts[`node:${context.getNode().name}`] : undefined;
	const { round, till, may, all } = isObject(kept) ? kept : {};
	if (typeof round !== 'number' || typeof till !== 'number' || !isTexts(may)) return undefined;
	return { round, till, may, all: all === true };
}
