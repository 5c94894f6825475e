import type { Host } from '../nodes/catalog/types';

/**
 * What to do to a request instead of (or before) answering it.
 * - `expiredToken` in the host's own dialect; `throttle` likewise: 90018 or …QpsLimitForAppkeyAndApi;
 *   `throttleAll` the limit over all callers: 90002 or …QpsLimitForApi; `qpsNew` the new API's throttling on either host;
 *   `quota` the month's calls used up: 90020 or …ApiCountLimitForOrg
 * - `ipBan` DingTalk's firewall as JSON (`status` 1111), `html` the same as a page; `busy` errcode -1 / system.busy
 * - `notDone` HTTP 200 with `result: false` and no reason; `500`; `reset` cuts the connection (`after`: when the call has been carried out); `delay` answers `ms` later
 */
export type FaultKind =
	| 'expiredToken'
	| 'throttle'
	| 'throttleAll'
	| 'qpsNew'
	| 'quota'
	| 'ipBan'
	| 'html'
	| 'busy'
	| 'notDone'
	| '500'
	| 'reset'
	| 'delay';

export interface Fault {
	/** The path or a pattern of it; absent: any call but fetching tokens and opening Stream connections. */
	match?: string | RegExp;
	kind: FaultKind;
	/** How many requests it hits; default 1. */
	times?: number;
	/** Milliseconds, of `delay`. */
	ms?: number;
	/** Of `reset`: carry the call out first. */
	after?: boolean;
	/** Of `expiredToken` on the legacy host: 42001 (default), 40014, 40001 or 88. */
	errcode?: number;
	/** HTTP status instead of the usual one. */
	status?: number;
}

export interface FaultAnswer {
	status: number;
	answer: unknown;
	html?: true;
}

const TOKEN_ERRORS: Record<number, object> = {
	42001: { errcode: 42001, errmsg: 'access_token超时' },
	40014: { errcode: 40014, errmsg: '不合法的access_token' },
	40001: { errcode: 40001, errmsg: '获取access_token时Secret错误，或者access_token无效' },
	88: { errcode: 88, errmsg: '鉴权异常', sub_code: '40014', sub_msg: '不合法的access_token' },
};

const denied = (limit: string, message: string) => ({
	status: 403,
	answer: { code: `Forbidden.AccessDenied.${limit}`, message, requestid: 'FAULT' },
});

const legacyAnswer = (errcode: number, errmsg: string) => ({
	status: 200,
	answer: { errcode, errmsg, request_id: 'fault' },
});

const APP_LIMIT = '您的企业应用调用钉钉开放平台当前接口的所有请求都被暂时禁用了';
const API_LIMIT = '您的服务器调用钉钉开放平台当前接口的所有请求都被暂时禁用了';
const QUOTA = 'monthly call quota of the organisation used up';

/** The 20-calls-a-second limit (https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server). */
export const throttled = (host: Host): FaultAnswer =>
	host === 'api' ? denied('QpsLimitForAppkeyAndApi', APP_LIMIT) : legacyAnswer(90018, APP_LIMIT);

const plain = (fault: Fault, host: Host): FaultAnswer | undefined => {
	switch (fault.kind) {
		case 'expiredToken':
			return host === 'api'
				? {
						status: 400,
						answer: { code: 'InvalidAuthentication', message: '不合法的access_token', requestid: 'FAULT' },
					}
				: { status: 200, answer: { ...TOKEN_ERRORS[fault.errcode ?? 42001], request_id: 'fault' } };
		case 'throttle':
			return throttled(host);
		case 'qpsNew':
			return throttled('api');
		case 'throttleAll':
			return host === 'api' ? denied('QpsLimitForApi', API_LIMIT) : legacyAnswer(90002, API_LIMIT);
		case 'quota':
			return host === 'api' ? denied('ApiCountLimitForOrg', QUOTA) : legacyAnswer(90020, QUOTA);
		// The status of the firewall's answer is nowhere written; 200 is the hardest to notice.
		case 'ipBan':
			return { status: 200, answer: { status: 1111, wait: 5, source: 'x5', punish: 'deny', uuid: '0123456789abcdef' } };
		case 'html':
			return {
				status: 200,
				html: true,
				answer: '<!doctype html><html><body><h1>Sorry, your request was denied</h1></body></html>',
			};
		case 'busy':
			return host === 'api'
				? { status: 500, answer: { code: 'system.busy', message: '系统繁忙', requestid: 'FAULT' } }
				: legacyAnswer(-1, '系统繁忙');
		case 'notDone':
			return { status: 200, answer: { errcode: 0, success: true, result: false, request_id: 'fault' } };
		case '500':
			return host === 'api'
				? { status: 500, answer: { code: 'systemError', message: '系统异常', requestid: 'FAULT' } }
				: { status: 500, answer: { errcode: -1, errmsg: '系统繁忙', request_id: 'fault' } };
		default:
			return undefined;
	}
};

/** What a fault answers; undefined for `reset` and `delay`, which are not answers. */
export const faultAnswer = (fault: Fault, host: Host): FaultAnswer | undefined => {
	const answer = plain(fault, host);
	return answer && { ...answer, status: fault.status ?? answer.status };
};

const SPARED = /^\/(gettoken|v1\.0\/oauth2\/.*|v1\.0\/gateway\/.*)$/;

const hits = ({ match }: Fault, path: string): boolean => {
	if (match === undefined) return !SPARED.test(path);
	return typeof match === 'string' ? match === path : match.test(path);
};

export class Faults {
	private pending: Array<Fault & { left: number }> = [];

	add(fault: Fault): void {
		this.pending.push({ ...fault, left: fault.times ?? 1 });
	}

	/** The fault due for this path, which uses it up by one. */
	take(path: string): Fault | undefined {
		const fault = this.pending.find((one) => hits(one, path));
		if (!fault) return undefined;
		fault.left -= 1;
		if (fault.left <= 0) this.pending = this.pending.filter((one) => one !== fault);
		return fault;
	}

	clear(): void {
		this.pending = [];
	}
}
