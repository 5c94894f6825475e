import type { FunctionsBase, IDataObject } from 'n8n-workflow';

import { type ReplayMemory, createReplayMemory } from '../protocol/callback/replay';
import { DEFAULT_WINDOW } from '../protocol/callback/request';
import { type Incoming, namesOf } from './incoming';

/*
 * What the calls of a node's URL and its reading of the failed-events list know of each other. n8n
 * gives each of them its own copy of the static data and saves the whole copy, so that each would
 * undo what the other has written.
 */

/** What two triggers do not share. */
export const scopeOf = (context: Pick<FunctionsBase, 'getWorkflow' | 'getNode'>): string =>
	`${context.getWorkflow().id}:${context.getNode().id}`;

/** What has been taken, by node: a replay is refused for as long as its timestamp would pass. */
const memories = new Map<string, ReplayMemory>();

export function memoryOf(scope: string, isTest = false): ReplayMemory {
	const node = `${scope}:${isTest ? 'test' : 'active'}`;
	const memory = memories.get(node) ?? createReplayMemory(2 * DEFAULT_WINDOW);
	memories.set(node, memory);
	return memory;
}

/** What an event is remembered by in there: its own key, and the one it would come back under. */
export const memoryKeys = (incoming: Incoming): string[] => namesOf(incoming).map((name) => `event ${name}`);

const live = new Map<string, IDataObject>();

/** Says that the trigger of this node works with this static data. The returned function takes it back. */
export function keepLive(scope: string, data: IDataObject): () => void {
	live.set(scope, data);
	return () => {
		if (live.get(scope) === data) live.delete(scope);
	};
}

/** Changes the static data of a node: that of its running trigger if there is one, and then `own` to be the same. */
export function change<T>(scope: string, own: IDataObject, by: (data: IDataObject) => T): T {
	const data = live.get(scope) ?? own;
	const result = by(data);
	// n8n's static data are proxies that know their parent: a copy, not the same objects in two trees.
	if (data !== own) Object.assign(own, JSON.parse(JSON.stringify(data)));
	return result;
}
