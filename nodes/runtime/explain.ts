import { DingTalkError } from '../protocol/errors';
import type { Json } from '../protocol/json';
import type { Hint } from './codeHints';
import type { LookUps } from './field';

/** What one more call tells about an error, such as what a link leads to that DingTalk refuses. */
export interface Explain {
	/** Errors by DingTalk's code. */
	codes: readonly string[];
	/** @returns what to do; nothing where the call tells no more than the code */
	tell: (values: Json, api: Pick<LookUps, 'call' | 'once'>) => Promise<Hint | undefined>;
}

/** The same error, with what was found out about it. `read` gives the values that the item was called with. */
export async function explained(
	error: unknown,
	explain: Explain | undefined,
	read: () => Promise<Json>,
	api: Pick<LookUps, 'call' | 'once'>,
): Promise<unknown> {
	if (!explain || !(error instanceof DingTalkError) || !explain.codes.includes(error.code)) return error;
	// What cannot be looked up leaves the error as it is.
	const remedy = await read().then(
		async (values) => await explain.tell(values, api).catch(() => undefined),
		() => undefined,
	);
	return remedy ? new DingTalkError({ ...error.facts, remedy }, { cause: error.cause }) : error;
}
