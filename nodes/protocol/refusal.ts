import { isObject, type Json } from './json';

/** A text or number as text, '' for anything else. */
export const text = (value: unknown): string =>
	typeof value === 'string' ? value : typeof value === 'number' || typeof value === 'bigint' ? String(value) : '';

/** Codes that say that all is well, or nothing. */
export const isGood = (code: string): boolean => /^(0*|200|ok|success)$/i.test(code);

/** Whether a flag says that it failed. */
export const isNo = (success: unknown): boolean => success === false || /^(false|no?|0)$/i.test(text(success));

/** How answers name what refused: https://open.dingtalk.com/document/development/server-api-error-codes-1 has the first of each. */
const CODES = ['code', 'errorcode', 'errcode', 'error'];
const REASONS = ['message', 'errormsg', 'errmsg', 'msg', 'cause', 'errordescription', 'errormessage'];
const REMARKS = ['requestid', 'success', 'issuccess', 'status', 'dingopenerrcode'];

const OF_A_REFUSAL: readonly string[] = [...CODES, ...REASONS, ...REMARKS];

/** A member's name whatever its spelling: `error_msg`, `errorMsg`, `ErrorMsg`. */
const plain = (name: string): string => name.replace(/_/g, '').toLowerCase();

const isEmpty = (value: unknown): boolean =>
	value === undefined ||
	value === null ||
	value === '' ||
	(typeof value === 'object' && Object.keys(value).length === 0);

/** The first member of these names that says something. */
const saidBy = (body: Json, names: readonly string[]): string =>
	Object.entries(body)
		.filter(([name]) => names.includes(plain(name)))
		.map(([, value]) => text(value))
		.find((value) => value !== '') ?? '';

/**
 * Code and reason of an answer that holds nothing else: e-signature and H3Yun (氚云) refuse so with HTTP 200 and without a request ID,
 * where they would answer `code: 0` or `success` (https://open.dingtalk.com/document/development/check-whether-enterprise-registered-realname-e-sign-treasure).
 * `undefined` for an answer that has anything else in it: a code beside data is data.
 */
export function refusalAlone(body: unknown): { code: string; reason: string } | undefined {
	if (!isObject(body)) return undefined;
	const others = Object.entries(body).some(([name, value]) => !OF_A_REFUSAL.includes(plain(name)) && !isEmpty(value));
	const [code, reason] = [saidBy(body, CODES), saidBy(body, REASONS)];
	const told = reason !== '' || IS_STATUS.test(code);
	return others || !told || (isGood(code) && !saysNo(body)) ? undefined : { code, reason };
}

/** Video conferences answer `{ "code": "200" }` and nothing else. https://open.dingtalk.com/document/development/video-conferencing-stops-cloud-recording */
const IS_STATUS = /^[45]\d\d$/;

const saysNo = (body: unknown): body is Json =>
	isObject(body) && [body.success, body.is_success, body.isSuccess].some(isNo);

/** The refusal within a good answer: `{ "errcode": 0, "result": { "success": false, "error_msg": … } }`, or the same under `data`. */
export const refusalWithin = ({ result, data }: Json): { code: string; reason: string } | undefined => {
	const refused = [result, data].find(saysNo);
	return refused && refusalAlone(refused);
};

/** The answer without the wrapper in which the old gateway puts a refusal: `{ "error_response": { "code": 88, "msg": … } }`. */
export function unwrapped(body: unknown): unknown {
	if (!isObject(body) || !isObject(body.error_response)) return body;
	const { code, msg, ...others } = body.error_response;
	return { errcode: code, errmsg: msg, ...others };
}
