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
