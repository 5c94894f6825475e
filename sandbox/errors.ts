import { randomUUID } from 'node:crypto';

/**
 * DingTalk's two error dialects. The new API answers HTTP 4xx/5xx with `{code, message, requestid}`,
 * the legacy API answers HTTP 200 with `{errcode, errmsg, request_id}`.
 * Codes: https://open.dingtalk.com/document/development/server-api-error-codes-1
 */

/** An error of the new API (api.dingtalk.com). */
export class ApiError extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly status = 400,
		/** Further members of the answer. */
		readonly extra: Record<string, unknown> = {},
	) {
		super(message);
	}
}

/** Messages of the legacy API's global codes that the sandbox answers. */
const LEGACY = {
	'-1': '系统繁忙',
	404: '请求的URI地址不存在',
	33012: '无效的USERID',
	34014: '会话消息的json结构无效或不完整',
	40001: '获取access_token时Secret错误，或者access_token无效',
	40004: '不合法的媒体文件类型',
	40005: '不合法的文件类型',
	40006: '不合法的文件大小',
	40007: '不合法的媒体文件id',
	40008: '不合法的消息类型',
	40014: '不合法的access_token',
	40032: '不合法的UserID列表长度',
	40035: '不合法的参数',
	40056: '不合法的agentid',
	40066: '不合法的部门列表',
	40068: '不合法的偏移量',
	40069: '不合法的分页大小',
	40089: '不合法的corpId或corpSecret',
	40104: '电话号码无效',
	41001: '缺少access_token参数',
	41005: '缺少多媒体文件数据',
	41041: '时间跨度太大',
	41045: '单应用全员消息/每天总量超限',
	41100: '时间参数不合法',
	42001: 'access_token超时',
	43001: '需要GET请求',
	43002: '需要POST请求',
	43004: '无效的HTTP HEADER Content-Type',
	43008: '参数需要multipart类型',
	44001: '多媒体文件为空',
	45002: '消息内容超过限制',
	47001: '解析JSON/XML内容错误',
	60003: '部门不存在',
	60121: '找不到该用户',
	71006: '回调地址已经存在',
	71007: '回调地址已不存在',
	71008: '回调call_back_tag必须在指定的call_back_tag列表中',
	71009: '返回文本非success',
	71010: 'POST的JSON数据不包含所需要的参数字段或包含的参数格式非法',
	71011: '传入的url参数不是合法的url格式',
	71012: 'url地址访问异常',
	90002: '您的服务器调用钉钉开放平台当前接口的所有请求都被暂时禁用了',
	900004: '不合法的aeskey',
	400002: '参数错误',
	400101: 'access_token不存在',
	400102: '机器人已停用',
	400105: '不支持的消息类型',
	410100: '发送速度太快而限流',
	850012: '无错误信息',
} as const;

/** An error of the legacy API (oapi.dingtalk.com); `detail` is added to the documented message. */
export class LegacyError extends Error {
	constructor(
		readonly errcode: number,
		message: string,
		readonly extra: Record<string, unknown> = {},
		/** True: the answer has no `request_id`, as those of the oldest calls. */
		readonly bare = false,
	) {
		super(message);
	}
}

export const legacy = (code: keyof typeof LEGACY, detail?: string): LegacyError =>
	new LegacyError(Number(code), detail ? `${LEGACY[code]}: ${detail}` : LEGACY[code]);

/** The new API's errors that any operation may answer. */
export const api = {
	authentication: () => new ApiError('InvalidAuthentication', '不合法的access_token', 400),
	clientIdOrSecret: () => new ApiError('invalidClientIdOrSecret', '无效的clientId或者clientSecret', 400),
	// The documentation lists no code for an unknown path; this is what the gateway is seen to answer.
	notFound: () =>
		new ApiError('InvalidAction.NotFound', 'Specified api is not found, please check your url and method.', 404),
	missing: (name: string) => new ApiError('missingParameter', `缺少必填参数: ${name}`, 400),
	invalid: (detail: string) => new ApiError('invalidParameter', `参数错误:${detail}`, 400),
	notJson: () => new ApiError('param.isNotJson', '参数必须是json', 400),
	system: () => new ApiError('systemError', '系统异常', 500),
};

const requestId = () => Math.random().toString(36).slice(2, 14);
const apiRequestId = () => randomUUID().toUpperCase();

/** Status and body of an error, in its own dialect. */
export const toAnswer = (error: ApiError | LegacyError): { status: number; answer: Record<string, unknown> } =>
	error instanceof ApiError
		? {
				status: error.status,
				answer: { code: error.code, message: error.message, requestid: apiRequestId(), ...error.extra },
			}
		: {
				status: 200,
				answer: {
					...error.extra,
					errcode: error.errcode,
					errmsg: error.message,
					...(error.bare ? {} : { request_id: requestId() }),
				},
			};

/** A successful legacy answer around the operation's own fields. */
export const ok = (fields: object) => ({ errcode: 0, errmsg: 'ok', ...fields, request_id: requestId() });
