/**
 * DingTalk says no in two dialects: the new API with an HTTP status and `{code, message, requestid}`,
 * the legacy API with HTTP 200 and `{errcode, errmsg, request_id}` (and `sub_code`, `sub_msg` under errcode 88).
 * https://open.dingtalk.com/document/development/server-api-error-codes-1
 */

/** What went wrong, as far as it decides what to do next. */
export type ErrorKind =
	/** The token is expired or unknown: fetch a new one. */
	| 'auth'
	/** Too many calls: wait and go on; DingTalk has not acted. */
	| 'throttled'
	/** The app lacks a permission. */
	| 'permission'
	/** The organisation's monthly number of calls is used up. */
	| 'quota'
	/** DingTalk is busy or broken; it may or may not have acted. */
	| 'busy'
	/** No connection was made: DingTalk has not acted. */
	| 'unreachable'
	/** The connection broke after the request may have been sent. */
	| 'broken'
	/** Anything else: the request itself was refused. */
	| 'refused';

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
	/** The message is our own sentence, not DingTalk's words. */
	ours?: true;
	/** Name of the remedy, where the code alone would find another. */
	hint?: string;
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

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string =>
	typeof value === 'string' ? value : value === undefined || value === null ? '' : String(value);

/** 40001 and 40014: invalid, 42001: expired. https://open.dingtalk.com/document/development/pagination */
const LEGACY_AUTH = new Set(['40001', '40014', '42001']);
/**
 * 90018: 20 calls a second for this app and API; 90002: all callers of the API together; 90001–90017 (but 90020): other rates;
 * 410100: a group robot's 20 messages a minute. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server
 */
const LEGACY_THROTTLED = /^(900(0[1-9]|1[0-8])|410100)$/;
/** 90020: the month's calls are used up. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server */
const LEGACY_QUOTA = new Set(['90020']);
/** 60011: the app lacks the permission; 50002 / 50004: the person or department is outside the app's range. */
const LEGACY_PERMISSION = new Set(['60011']);
/** -1 and 400001: busy or an internal error, "try again later". https://open.dingtalk.com/document/development/server-api-error-codes-1 */
const LEGACY_BUSY = new Set(['-1', '400001']);

function kindOfLegacy(code: string): ErrorKind {
	if (LEGACY_AUTH.has(code)) return 'auth';
	if (LEGACY_THROTTLED.test(code)) return 'throttled';
	if (LEGACY_QUOTA.has(code)) return 'quota';
	if (LEGACY_PERMISSION.has(code)) return 'permission';
	return LEGACY_BUSY.has(code) ? 'busy' : 'refused';
}

/** The new API's products each have their own word for "too many calls". https://open.dingtalk.com/document/development/server-api-error-codes-1 */
const NEW_THROTTLED = new RegExp(
	[
		'Qp[sm]Limit|qps\\.exceed|(freq|query)\\.limit|throttling|flowControl|RateLimited|invokeFrequen',
		'toomuch\\.msg|too\\.many\\.(group|people)|send\\.(byToken\\.)?too\\.?fast|FrequencyTooFast|speedfast',
		'request\\.(limit|overlimit|often|too\\.(fast|tast|frequent))|requestToo(Fast|Much)|systemError\\.busy',
	].join('|'),
	'i',
);

function kindOfNew(code: string, status: number): ErrorKind {
	if (/ApiCountLimit/.test(code)) return 'quota';
	if (NEW_THROTTLED.test(code) || status === 429) return 'throttled';
	if (/AccessTokenPermissionDenied/.test(code)) return 'permission';
	if (/^InvalidAuthentication/i.test(code) || status === 401) return 'auth';
	return status >= 500 || /busy/i.test(code) ? 'busy' : 'refused';
}

const scopesOf = (message: string): string[] => {
	const listed = /\[([^\]]+)\]/.exec(message)?.[1] ?? '';
	return listed.split(/[,，\s]+/).filter((scope) => /^[\w.-]*[._]\w[\w.-]*$/.test(scope));
};

function permissionFacts(body: Fields, message: string): Pick<ErrorFacts, 'scopes' | 'applyUrl'> {
	const detail = body.accessdenieddetail ?? body.accessDeniedDetail;
	const required =
		isFields(detail) && Array.isArray(detail.requiredScopes) ? detail.requiredScopes.map(text) : scopesOf(message);
	const applyUrl = /https?:\/\/open-dev\.dingtalk\.com\/[^\s"'，。]+/.exec(message)?.[0];
	return { ...(required.length > 0 && { scopes: required }), ...(applyUrl && { applyUrl }) };
}

/** The page that stands before the API while an IP is banned (10,000 calls in 20 s → 5 minutes). https://open.dingtalk.com/document/development/call-frequency-limit */
const banFacts = (body: unknown, status: number): ErrorFacts | undefined => {
	if (isFields(body) && text(body.status) === '1111')
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

/** Some operations of the new API tell of their failure with HTTP 200 and `errorCode`; others have a field of that name in a good answer. */
const errorCodeOf = ({ errorCode, success }: Fields): unknown =>
	success === false || success === 'false' ? errorCode : undefined;

function legacyFacts(body: Fields, status: number): ErrorFacts | undefined {
	const code = text(body.errcode ?? body.errorcode ?? errorCodeOf(body));
	if (/^0*$/.test(code)) return undefined;
	const subCode = text(body.sub_code ?? body.subCode);
	const message = text(body.sub_msg ?? body.subMsg) || text(body.errmsg ?? body.errorMsg) || 'no message';
	const decisive = code === '88' && subCode !== '' ? subCode : code;
	const kind = kindOfLegacy(decisive);
	return {
		code: decisive === code ? code : `${code}/${subCode}`,
		message,
		kind,
		status,
		requestId: text(body.request_id ?? body.requestId) || undefined,
		...(kind === 'permission' && permissionFacts(body, message)),
	};
}

function newFacts(body: unknown, status: number): ErrorFacts | undefined {
	const fields = isFields(body) ? body : {};
	const code = text(fields.code ?? fields.Code);
	const refusal =
		!/^(0*|200|ok|success)$/i.test(code) && 'message' in fields && ('requestid' in fields || 'requestId' in fields);
	if (status < 400 && !refusal) return undefined;
	const message =
		text(fields.message ?? fields.Message) ||
		(typeof body === 'string'
			? body
					.replace(/<[^>]*>/g, ' ')
					.trim()
					.slice(0, 200)
			: '') ||
		`HTTP ${status}`;
	const kind = kindOfNew(code, status);
	return {
		code: code || `HTTP ${status}`,
		message,
		kind,
		status,
		requestId: text(fields.requestid ?? fields.requestId ?? fields.request_id) || undefined,
		...(kind === 'permission' && permissionFacts(fields, message)),
	};
}

/** The error that an answer carries, in either dialect; `undefined` for success. */
export function errorIn({ status, headers, body }: Answer): DingTalkError | undefined {
	const facts =
		redirectFacts(status) ??
		banFacts(body, status) ??
		(isFields(body) ? legacyFacts(body, status) : undefined) ??
		newFacts(body, status);
	if (!facts) return undefined;
	const retryAfter = Number(headers['retry-after']);
	return new DingTalkError(
		Number.isFinite(retryAfter) && retryAfter > 0 ? { ...facts, waitMs: retryAfter * 1000 } : facts,
	);
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
