import { DingTalkError } from '../protocol/errors';
import { isObject, type Json } from '../protocol/json';
import { at } from '../protocol/paging';

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

/** The error of an answer that is `result: false`. */
class AnsweredFalse extends DingTalkError {
	constructor(readonly answer: Json) {
		super({ code: 'result: false', kind: 'refused', message: 'it was not done, and no reason was given' });
	}
}

/**
 * Some routes answer that they did nothing by `result: false` alone, with HTTP 200 and no reason: wherever an operation's answer
 * is a boolean, the pages say that it means success, but for the rejection of an approval (`doneAllTheSame`).
 * @throws DingTalkError for it
 */
export function refuseFalse(answer: Json): Json {
	if (answer.result !== false && answer.result !== 'false') return answer;
	throw new AnsweredFalse(answer);
}

/** The answer behind such an error, for an operation whose `result` says what was decided and `success` that it was done. @throws any other error */
export function doneAllTheSame(error: unknown): Json {
	if (error instanceof AnsweredFalse && String(error.answer.success) === 'true') return error.answer;
	throw error;
}

const lacks = (path: string) =>
	new DingTalkError({ code: 'incomplete', kind: 'refused', ours: true, message: `the answer lacks "${path}"` });

/**
 * What the next step needs of an answer, at a dotted path, as text.
 * @throws DingTalkError where it is not there, so that nothing is sent in its place
 */
export function needed(answer: unknown, path: string): string {
	const found = at(answer, path);
	if ((typeof found === 'string' && found !== '') || typeof found === 'number' || typeof found === 'bigint')
		return String(found);
	throw lacks(path);
}

/**
 * The object at a dotted path that tells of something made: without it nobody knows whether it is there.
 * @throws DingTalkError where it is not there
 */
export function neededObject(answer: unknown, path: string): Json {
	const found = at(answer, path);
	if (isObject(found)) return found;
	throw lacks(path);
}
