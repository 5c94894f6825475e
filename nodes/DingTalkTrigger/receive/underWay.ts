import type { IWebhookFunctions } from 'n8n-workflow';

import { clock } from '../../listening/clock';

/** How often it is looked whether n8n has answered a call whose caller has hung up, and for how long. Milliseconds. */
const LOOK_EVERY = 1_000;
const LOOK_FOR = 10 * 60_000;

type Response = ReturnType<IWebhookFunctions['getResponseObject']>;

/**
 * Calls back once, when n8n has answered a call: `taken` says whether it has stored the execution. A caller that hangs up does not
 * hear the answer, and Node.js does not say then that it has been written (`finish`). n8n that never answers has not taken the call.
 */
function whenAnswered(response: Response, tell: (taken: boolean) => void): void {
	let told = false;
	const answered = (taken: boolean) => {
		if (told) return;
		told = true;
		tell(taken);
	};
	const look = (left: number): void => {
		if (response.writableEnded) answered(response.statusCode < 400);
		else if (left <= 0) answered(false);
		else clock.after(LOOK_EVERY, () => look(left - LOOK_EVERY));
	};
	response.once('finish', () => look(0));
	// A caller who has hung up before the call came here is not announced any more.
	if (response.closed) look(LOOK_FOR);
	else response.once('close', () => look(LOOK_FOR));
}

/** The keys of events that n8n is storing at this moment, in this process. */
const underWay = new Set<string>();

/** Whether it is not known yet if n8n takes an event that came before: it is neither new nor done. */
export const isUnderWay = (keys: readonly string[]): boolean => keys.some((key) => underWay.has(key));

/** Holds the keys of events as under way until n8n has answered their call. `forget` is called where it has not taken them. */
export function holdUntilAnswered(response: Response, keys: readonly string[], forget: () => void): void {
	for (const key of keys) underWay.add(key);
	whenAnswered(response, (taken) => {
		for (const key of keys) underWay.delete(key);
		if (!taken) forget();
	});
}
