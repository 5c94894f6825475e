import { endOfLimit, kindOfLegacy, kindOfNew, type ErrorKind } from './errorKind';
import { isObject, type Json } from './json';
import { isGood, isNo, refusalAlone, refusalWithin, text, unwrapped } from './refusal';
import { xmlRefusal, type Refusal } from './xmlError';

/**
 * DingTalk says no in two dialects: the new API with an HTTP status and `{code, message, requestid}`,
 * the legacy API with HTTP 200 and `{errcode, errmsg, request_id}` (and `sub_code`, `sub_msg` under errcode 88).
 * https://open.dingtalk.com/document/development/server-api-error-codes-1
 */

export type { ErrorKind } from './errorKind';

export interface ErrorFacts {
	code: string;
	message: string;
	kind: ErrorKind;
	status?: number;
	requestId?: string;
	/** Permission codes that the app lacks, when DingTalk names them. */
	scopes?: string[];
	/** Page of DingTalk's console where the permission is granted, when DingTalk gives it. */
	applyUrl?: string;
	/** How long DingTalk says to wait. Milliseconds. */
	waitMs?: number;
	/** How often the call was made before it was given up. */
	attempts?: number;
	/** The call itself never went out: it got no token. */
	unsent?: true;
	/** The message is our own sentence, not DingTalk's words. */
	ours?: true;
	/** Name of the remedy, where the code alone would find another. */
	hint?: string;
	/** The remedy, where it was found out for this very call. */
	remedy?: { en: string; zh: string };
}

export class DingTalkError extends Error {
	readonly code: string;
	readonly kind: ErrorKind;
	readonly facts: ErrorFacts;

	constructor(facts: ErrorFacts, options?: { cause?: unknown }) {
		super(facts.message, options);
		this.name = 'DingTalkError';
		this.code = facts.code;
		this.kind = facts.kind;
		this.facts = facts;
	}
}

export interface Answer {
	status: number;
	headers: Record<string, unknown>;
	body: unknown;
}

/** The first of these members that says something. */
const said = (body: Json, ...names: string[]): string => names.map((name) => text(body[name])).find(Boolean) ?? '';

/** Permission codes in square brackets, as messages list them. */
const scopesOf = (message: string): string[] => {
	const listed = /\[([^\][]{1,2000})\]/.exec(message)?.[1] ?? '';
	return listed.split(/[,，\s]+/).filter((scope) => /^[\w.:-]+$/.test(scope) && /\w[.:_]\w/.test(scope));
};

/** The console's page in a message, up to the punctuation of the sentence around it. */
const applyUrlIn = (message: string): string | undefined =>
	/https?:\/\/open-dev\.dingtalk\.com\/[\w\-./?=&%#~+:@!$*;,]{0,2000}[\w\-/=%#&~+]/.exec(message)?.[0];

function permissionFacts(body: Json, message: string): Pick<ErrorFacts, 'scopes' | 'applyUrl'> {
	const detail = body.accessdenieddetail ?? body.accessDeniedDetail;
	const required =
		isObject(detail) && Array.isArray(detail.requiredScopes) ? detail.requiredScopes.map(text) : scopesOf(message);
	const applyUrl = applyUrlIn(message);
	return { ...(required.length > 0 && { scopes: required }), ...(applyUrl && { applyUrl }) };
}

/** The page that stands before the API while an IP is banned (10,000 calls in 20 s → 5 minutes). https://open.dingtalk.com/document/development/call-frequency-limit */
const banFacts = (body: unknown, status: number): ErrorFacts | undefined => {
	if (isObject(body) && text(body.status) === '1111')
		return {
			code: '1111',
			kind: 'throttled',
			status,
			ours: true,
			message: "DingTalk blocks this server's IP address for some minutes: more than 10,000 calls in 20 seconds",
		};
	return undefined;
};

/** DingTalk's API never redirects, and a redirect is not followed: it could carry the token to another host. */
const redirectFacts = (status: number): ErrorFacts | undefined =>
	status >= 300 && status < 400
		? {
				code: `HTTP ${status}`,
				kind: 'refused',
				status,
				ours: true,
				message: `the answer was a redirect (HTTP ${status}) instead of JSON: a wrong host or a proxy`,
			}
		: undefined;

/** An answer with a result in it and no code is one, whatever its flag says: such examples stand in the documentation. */
const hasResult = ({ result, code, errorCode }: Json) =>
	typeof result === 'object' &&
	result !== null &&
	Object.keys(result).length > 0 &&
	isGood(text(code) || text(errorCode));

/** Some operations tell of their failure with HTTP 200, errcode 0 or none, and `success: false`; others have an `errorCode` in a good answer. */
const failed = (body: Json) => isNo(body.success) && !hasResult(body);

/** The wrapper of methods older than /topapi: `{ "<method>_response": { "result": { "ding_open_errcode": 0 } } }`. */
function resultOf(body: Json): Json {
	const [[name, inner] = ['', body], ...others] = Object.entries(body);
	const unwrapped = others.length === 0 && name.endsWith('_response') && isObject(inner) ? inner : body;
	return isObject(unwrapped.result) ? unwrapped.result : {};
}

/** The code within "ding talk error[subcode=40014,submsg=…]", where it is nowhere else. */
const subCodeIn = (message: string) => /\bsubcode=([\w.-]+)/.exec(message)?.[1] ?? '';

function legacyCodeOf(body: Json): string {
	const code = said(body, 'errcode', 'errorcode');
	const inner = text(resultOf(body).ding_open_errcode);
	return [code, inner].find((one) => !isGood(one)) ?? '';
}

function legacyFacts(body: Json, status: number): ErrorFacts | undefined {
	const own = said(body, 'sub_code', 'subCode');
	// A sub code beside errcode 0 is a failure of what stands behind the API.
	const code = legacyCodeOf(body) || ('errcode' in body && !isGood(own) ? own : '');
	if (code === '') return undefined;
	const outer = said(body, 'errmsg', 'errorMsg', 'errorMessage') || text(resultOf(body).error_msg);
	const subCode = own || (code === '88' ? subCodeIn(outer) : '');
	const message = said(body, 'sub_msg', 'subMsg') || outer || 'no message';
	const decisive = code === '88' && subCode !== '' ? subCode : code;
	const kind = kindOfLegacy(decisive, message);
	return {
		code: decisive === code ? code : `${code}/${subCode}`,
		message,
		kind,
		status,
		requestId: said(body, 'request_id', 'requestId') || undefined,
		...(kind === 'permission' && permissionFacts(body, message)),
	};
}

/** What a proxy or a page says in place of JSON, without its tags. */
const wordsOf = (body: unknown) =>
	typeof body !== 'string'
		? ''
		: body
				.slice(0, 10_000)
				.replace(/<[^<>]*>/g, ' ')
				.trim()
				.slice(0, 200);

function newFacts(body: unknown, status: number): ErrorFacts | undefined {
	const fields = isObject(body) ? body : {};
	const alone = refusalAlone(body) ?? refusalWithin(fields);
	const code = said(fields, 'code', 'Code', 'errorCode') || (alone?.code ?? '');
	const named = !isGood(text(fields.code ?? fields.Code)) && 'message' in fields;
	const refusal = named && ('requestid' in fields || 'requestId' in fields);
	if (status < 400 && !refusal && !failed(fields) && !alone) return undefined;
	const message =
		alone?.reason ||
		said(fields, 'message', 'Message', 'errorMsg', 'errorMessage', 'errmsg', 'errMsg', 'msg') ||
		wordsOf(body) ||
		(status < 400 ? `${isGood(code) ? 'success: false' : `code ${code}`}, without a reason` : `HTTP ${status}`);
	const kind = kindOfNew(code, status, message);
	return {
		code: isGood(code) ? (status < 400 ? 'success: false' : `HTTP ${status}`) : code,
		message,
		kind,
		status,
		requestId: said(fields, 'requestid', 'requestId', 'RequestId', 'request_id') || undefined,
		...(kind === 'permission' && permissionFacts(fields, message)),
	};
}

/** How long the answer asks to wait: until the moment that its words name, by the clock of the server that answered. Milliseconds. */
function waitIn(message: string, headers: Answer['headers']): number | undefined {
	const wait = (endOfLimit(message) ?? NaN) - Date.parse(text(headers.date));
	return wait > 0 ? wait : undefined;
}

/** A header of more is a proxy's or a mistake: DingTalk's own waits end within a minute. */
const LONGEST_RETRY_AFTER_MS = 60_000;

/** A Retry-After header, in seconds or as a moment by the clock of the server that answered (RFC 9110, 10.2.3). Milliseconds. */
function retryAfterMs(headers: Answer['headers']): number {
	const given = text(headers['retry-after']);
	const seconds = Number(given);
	const wait = Number.isNaN(seconds) ? Date.parse(given) - Date.parse(text(headers.date)) : seconds * 1000;
	return Math.min(wait, LONGEST_RETRY_AFTER_MS);
}

/** The error that an answer carries, in either dialect; `undefined` for success. */
export function errorIn({ status, headers, body: given }: Answer): DingTalkError | undefined {
	const body = unwrapped(given);
	const facts =
		redirectFacts(status) ??
		banFacts(body, status) ??
		(isObject(body) ? legacyFacts(body, status) : undefined) ??
		newFacts(body, status);
	if (!facts) return undefined;
	const asked = retryAfterMs(headers);
	const waitMs = waitIn(facts.message, headers) ?? (asked > 0 ? asked : undefined);
	return new DingTalkError(waitMs === undefined ? facts : { ...facts, waitMs });
}

/** Marks of the page that stands before the API while an IP is banned: those of its JSON form (`"source":"x5","punish":"deny"`), and its words. */
const BAN_PAGE = /punish|\bx5(sec)?\b|x5secdata|\b1111\b|request (was|has been) (denied|blocked)/i;

const kindOfPage = (status: number, page: string): ErrorKind => {
	if (BAN_PAGE.test(page) || status === 429) return 'throttled';
	if (status === 401) return 'auth';
	return status >= 500 || status === 408 ? 'busy' : 'refused';
};

/** Of a text that begins like JSON and is none: one that also ends like JSON is whole, so that another attempt would bring the same. */
const jsonFacts = (page: string): Pick<ErrorFacts, 'code' | 'kind' | 'message'> =>
	/[}\]]\s*$/.test(page)
		? { code: 'notJson', kind: 'refused', message: 'the answer is no valid JSON, or nests too deeply to be read' }
		: {
				code: 'network',
				kind: 'broken',
				message: 'the answer is no complete JSON: the connection, or a proxy on the way, cut it off',
			};

/** A refusal that a gateway wrote as XML: it says as much as one in JSON. */
function xmlError(status: number, { code, message, requestId }: Refusal): DingTalkError {
	return new DingTalkError({
		code: code || `HTTP ${status}`,
		message: message || code,
		kind: kindOfNew(code, status, message),
		status,
		...(requestId !== '' && { requestId }),
	});
}

/** The answer that is not JSON although DingTalk always answers JSON: a proxy, the IP ban page, or JSON that broke off on its way. */
export function htmlError(status: number, text: string): DingTalkError {
	const about = { code: status >= 400 ? `HTTP ${status}` : 'html', status, ours: true } as const;
	if (/^[[{]/.test(text) && status < 400) return new DingTalkError({ ...about, ...jsonFacts(text.slice(-100)) });
	const page = text.slice(0, 2000);
	const said = xmlRefusal(page);
	if (said) return xmlError(status, said);
	const what = /^\s*</.test(page) ? 'a web page' : 'a text';
	return new DingTalkError({
		...about,
		kind: kindOfPage(status, page),
		message: `the answer was ${what} instead of JSON: a proxy, a wrong host, or DingTalk blocking this IP address`,
	});
}

/**
 * An answer without a body that cannot be one: the legacy API always says its errcode, and bytes were announced. Where a compressed
 * answer was cut off, HTTP libraries unpack what there is and say nothing.
 */
export function emptyError(status: number, headers: Answer['headers'], legacy: boolean): DingTalkError | undefined {
	const announced = Number(text(headers['content-length']) || 0) > 0;
	if (status < 200 || status > 299 || !(announced || legacy)) return undefined;
	const message = 'the answer was empty: the connection, or a proxy on the way, cut it off';
	return new DingTalkError({ code: 'network', kind: 'broken', status, ours: true, message });
}

/** Names that sockets and resolvers give to failures before any byte was sent. */
const NOT_SENT =
	/ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|CERT_|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/;

/** A failure without an answer. `code` is the socket's own name for it. */
export const networkError = (code: string, host: string, cause: unknown): DingTalkError => {
	const kind = NOT_SENT.test(code) ? 'unreachable' : 'broken';
	const silent = /^(ECONNABORTED|ETIMEDOUT)$/.test(code);
	const lost = silent ? `${host} did not answer in time` : `the connection to ${host} broke before an answer came`;
	const message = kind === 'unreachable' ? `no connection to ${host}` : lost;
	return new DingTalkError({ code: code || 'network', kind, message, ours: true }, { cause });
};
