import { endOfLimit, kindOfLegacy, kindOfNew, type ErrorKind } from './errorKind';
import { isObject, type Json } from './json';

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

const text = (value: unknown): string =>
	typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);

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

const isNo = (success: unknown) => success === false || success === 'false';
/** An answer with a result in it is one, whatever its flag says: such examples stand in the documentation. */
const hasResult = ({ result }: Json) => typeof result === 'object' && result !== null && Object.keys(result).length > 0;

/** Some operations tell of their failure with HTTP 200, errcode 0 or none, and `success: false`; others have an `errorCode` in a good answer. */
const failed = (body: Json) => isNo(body.success) && !hasResult(body);

/** Codes that say that all is well, or nothing. */
const isGood = (code: string) => /^(0*|200|ok|success)$/i.test(code);

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
	if (!/^0*$/.test(code)) return code;
	const inner = text(resultOf(body).ding_open_errcode);
	return /^0*$/.test(inner) ? '' : inner;
}

function legacyFacts(body: Json, status: number): ErrorFacts | undefined {
	const code = legacyCodeOf(body);
	if (code === '') return undefined;
	const outer = said(body, 'errmsg', 'errorMsg', 'errorMessage') || text(resultOf(body).error_msg);
	const subCode = said(body, 'sub_code', 'subCode') || (code === '88' ? subCodeIn(outer) : '');
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
	const code = said(fields, 'code', 'Code', 'errorCode');
	const named = !isGood(text(fields.code ?? fields.Code)) && 'message' in fields;
	const refusal = named && ('requestid' in fields || 'requestId' in fields);
	if (status < 400 && !refusal && !failed(fields)) return undefined;
	const message =
		said(fields, 'message', 'Message', 'errorMsg', 'errorMessage', 'errmsg', 'errMsg', 'msg') ||
		wordsOf(body) ||
		(status < 400 ? 'success: false, without a reason' : `HTTP ${status}`);
	const kind = kindOfNew(code, status, message);
	return {
		code: isGood(code) ? (status < 400 ? 'success: false' : `HTTP ${status}`) : code,
		message,
		kind,
		status,
		requestId: said(fields, 'requestid', 'requestId', 'request_id') || undefined,
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

/** The error that an answer carries, in either dialect; `undefined` for success. */
export function errorIn({ status, headers, body }: Answer): DingTalkError | undefined {
	const facts =
		redirectFacts(status) ??
		banFacts(body, status) ??
		(isObject(body) ? legacyFacts(body, status) : undefined) ??
		newFacts(body, status);
	if (!facts) return undefined;
	const retryAfterMs = Math.min(Number(headers['retry-after']) * 1000, LONGEST_RETRY_AFTER_MS);
	const waitMs = waitIn(facts.message, headers) ?? (retryAfterMs > 0 ? retryAfterMs : undefined);
	return new DingTalkError(waitMs === undefined ? facts : { ...facts, waitMs });
}

/** Marks of the page that stands before the API while an IP is banned: those of its JSON form (`"source":"x5","punish":"deny"`), and its words. */
const BAN_PAGE = /punish|\bx5(sec)?\b|x5secdata|\b1111\b|request (was|has been) (denied|blocked)/i;

/** The answer that is not JSON although DingTalk always answers JSON: a proxy or the IP ban page. */
export const htmlError = (status: number, page: string): DingTalkError =>
	new DingTalkError({
		code: status >= 400 ? `HTTP ${status}` : 'html',
		kind: BAN_PAGE.test(page) ? 'throttled' : status >= 500 ? 'busy' : 'refused',
		status,
		ours: true,
		message: 'the answer was a web page instead of JSON: a proxy, a wrong host, or DingTalk blocking this IP address',
	});

/** Names that sockets and resolvers give to failures before any byte was sent. */
const NOT_SENT = /ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|CERT_|UNABLE_TO_VERIFY|SELF_SIGNED|EPROTO/;

/** A failure without an answer. `code` is the socket's own name for it. */
export const networkError = (code: string, host: string, cause: unknown): DingTalkError => {
	const kind = NOT_SENT.test(code) ? 'unreachable' : 'broken';
	const message =
		kind === 'unreachable' ? `no connection to ${host}` : `the connection to ${host} broke before an answer came`;
	return new DingTalkError({ code: code || 'network', kind, message, ours: true }, { cause });
};
