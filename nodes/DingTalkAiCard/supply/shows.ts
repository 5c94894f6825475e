import { Answers } from '../answer/answers';
import type { CardStage } from '../card/stage';
import type { Client } from '../../runtime/client';
import type { Answer } from '../answer/answer';
import type { Settings } from './settings';

/** What lives longer than one request of the agent for its model: between rounds of tools n8n makes everything anew. */
export interface Show {
	client: Client;
	settings: Settings;
	answers: Answers;
	/** The card of each answer. */
	stages: Map<Answer, CardStage>;
}

/** By execution and node. An execution stays in its process, but for one that waited for a person's approval. */
const shows = new Map<string, Show>();

/** More executions than a process runs at once: older ones have ended without a word. */
const REMEMBERED = 2000;

/** The show of this execution and node, or a new one. */
export async function showOf(key: string, make: () => Promise<Show>): Promise<Show> {
	const known = shows.get(key);
	if (known) return known;
	const made = await make();
	shows.set(key, made);
	const [oldest] = shows.keys();
	if (shows.size > REMEMBERED && oldest !== undefined) shows.delete(oldest);
	return made;
}

export const forget = (key: string): void => void shows.delete(key);

/** How many are remembered. */
export const remembered = (): number => shows.size;
