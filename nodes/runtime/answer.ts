import { DingTalkError } from '../protocol/errors';
import { isObject, type Json } from '../protocol/json';

const ENVELOPE = new Set(['errcode', 'errmsg', 'request_id', 'success', 'requestId', 'sub_code', 'sub_msg']);

/** An entry of a list as JSON: a plain value becomes `{ value }`. */
export const asEntry = (value: unknown): Json => (isObject(value) ? value : { value });

/** The business part of an answer: `result` where it is an object, without the legacy envelope. */
export function businessOf(answer: Json): Json {
	if (isObject(answer.result)) return answer.result;
	const legacy = 'errcode' in answer;
	const rest = Object.fromEntries(Object.entries(answer).filter(([name]) => !legacy || !ENVELOPE.has(name)));
	return Object.keys(rest).length > 0 ? rest : { success: true };
}

/**
 * Some routes answer that they did nothing by `result: false` alone, with HTTP 200 and no reason: wherever an operation's answer
 * is a boolean, the pages say that it means success.
 * @throws DingTalkError for it
 */
export function refuseFalse(answer: Json): Json {
	if (answer.result !== false && answer.result !== 'false') return answer;
	throw new DingTalkError({
		code: 'result: false',
		kind: 'refused',
		message: 'it was not done, and no reason was given',
	});
}
