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

/*
 * Codes of the legacy API. 40001, 40014: invalid token, 42001: expired. https://open.dingtalk.com/document/development/pagination
 * 90018: 20 calls a second for this app and API; 90002: all callers of the API together; 90001–90017: other rates; 90020: the month's
 * calls are used up. https://open.dingtalk.com/document/development/how-to-process-api-throttling-on-the-dingtalk-server
 * 410100: a group robot's 20 messages a minute. https://open.dingtalk.com/document/development/custom-robots-send-group-messages
 * 130101 ("send too fast") and 660026 ("sending too many messages per minute") are on no page as limits: recorded from group robots.
 * 143103, 143104, 143203, 143204: work notifications a minute. https://open.dingtalk.com/document/development/gets-the-result-of-sending-messages-asynchronously-to-the-enterprise
 * 800013, 800055, 800056: messages of the service window. https://open.dingtalk.com/document/development/interactive-service-window-group-message-sending-interface
 * 60011: the app lacks the permission. -1, 400001: busy or an internal error. https://open.dingtalk.com/document/development/server-api-error-codes-1
 */
const LEGACY_CODES: ReadonlyArray<[ErrorKind, RegExp]> = [
	['auth', /^(40001|40014|42001)$/],
	['throttled', /^(900(0[1-9]|1[0-8])|410100|130101|660026|143[12]0[34]|8000(13|55|56))$/],
	['quota', /^90020$/],
	['permission', /^60011$/],
	['busy', /^(-1|400001)$/],
];

/** What DingTalk says where its code is on no list. Sizes and numbers of things ("too many users") are no rates. */
const WORDS: ReadonlyArray<[ErrorKind, RegExp]> = [
	['quota', /(本|当|每)月.{0,20}(次数|额度|调用量).{0,10}(用完|用尽|耗尽|超)|调用量超量/],
	[
		'throttled',
		/请求总次数超过|被暂时(禁用|限制)|(限制|处罚)将在|(发送|调用|请求|操作|速度|频率).{0,8}(太快|过快|频繁|过高)|限流|\bqp[sm].{0,10}(超|exceed)|send(ing)? too (fast|many messages)|too (fast|frequent)|too many requests|rate limit/i,
	],
	['permission', /没有(调用)?该接口的?(调用)?权限|没有调用该接口的权限|尚未开通所需的?权限/],
	['auth', /(不合法|无效)的 ?access_?token|access_?token.{0,4}(超时|过期|expired)/i],
	['busy', /(系统|服务)繁忙|system (is )?busy/i],
];

/** Of a message's beginning: what tells the kind stands there. */
const byWords = (message: string): ErrorKind | undefined =>
	WORDS.find(([, words]) => words.test(message.slice(0, 1000)))?.[0];

/** The kind of an error of the legacy dialect: by its code, else by its words. */
export const kindOfLegacy = (code: string, message: string): ErrorKind =>
	LEGACY_CODES.find(([, codes]) => codes.test(code))?.[0] ?? byWords(message) ?? 'refused';

/** The new API's products each have their own word for "too many calls". https://open.dingtalk.com/document/development/server-api-error-codes-1 */
const NEW_THROTTLED = new RegExp(
	[
		'Qp[sm]Limit|qps\\.exceed|(freq|query)\\.limit|throttling|flowControl|RateLimited|invokeFrequen',
		'toomuch\\.msg|too\\.many\\.(group|people)|send\\.(byToken\\.)?too\\.?fast|FrequencyTooFast|speedfast',
		'request\\.(limit|overlimit|often|too\\.(fast|tast|frequent))|requestToo(Fast|Much)|systemError\\.busy',
	].join('|'),
	'i',
);

/** The kind of an error of the new dialect: by its code and status, else by its words where they tell of a rate. */
export function kindOfNew(code: string, status: number, message: string): ErrorKind {
	if (/ApiCountLimit/.test(code)) return 'quota';
	if (NEW_THROTTLED.test(code) || status === 429) return 'throttled';
	if (/AccessTokenPermissionDenied/.test(code)) return 'permission';
	if (/^InvalidAuthentication/i.test(code) || status === 401) return 'auth';
	if (byWords(message) === 'throttled') return 'throttled';
	return status >= 500 || status === 408 || /busy/i.test(code) ? 'busy' : 'refused';
}

/** China's time is eight hours ahead all year. */
const CHINA_MS = 8 * 3_600_000;
/** "限制将在 2026-09-03 00:01:03 结束", in older answers "处罚将在 …". */
const END = /(?:限制|处罚)将在 ?(\d{4})-(\d\d)-(\d\d) (\d\d):(\d\d):(\d\d) ?结束/;

/** When a limit ends, where the message names the moment. Epoch ms. */
export function endOfLimit(message: string): number | undefined {
	const [, ...parts] = END.exec(message) ?? [];
	if (parts.length === 0) return undefined;
	const [year = 0, month = 1, day, hour, minute, second] = parts.map(Number);
	return Date.UTC(year, month - 1, day, hour, minute, second) - CHINA_MS;
}
