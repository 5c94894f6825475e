import type { FunctionsBase } from 'n8n-workflow';

import { type ReplayMemory, createReplayMemory } from '../../protocol/callback/replay';
import { DEFAULT_WINDOW } from '../../protocol/callback/request';
import { type Incoming, namesOf } from '../item/incoming';
import { digestOf } from './digest';

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

/** What an event's name is remembered by in there. */
export const memoryKey = (name: string): string => `event ${digestOf(name)}`;

/** The same of its own key and of those that it would come back under. */
export const memoryKeys = (incoming: Incoming): string[] => namesOf(incoming).map(memoryKey);
