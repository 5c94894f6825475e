import type {
	ICredentialDataDecryptedObject,
	ICredentialTestFunctions,
	ICredentialsDecrypted,
	INodeCredentialTestResult,
} from 'n8n-workflow';
import { readToken, readWebhook, tokenRequest } from '../protocol/auth';
import { isAesKey, isCallbackToken } from '../protocol/callback/crypto';
import { errorIn } from '../protocol/errors';
import { hostUrl, hostsOf, publicHosts } from '../protocol/hosts';
import { at } from '../protocol/paging';
import { isPlainValue, pasted } from '../protocol/pasted';
import { robotSign } from '../protocol/signs';
import { redact } from './nodeError';

const no = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });

/** The answer for a wrongly pasted value, by the label of its field: DingTalk would only say that it does not know it. */
const odd = (english: string, chinese: string) =>
	no(
		`${english} holds a blank, a line break or a character that none of DingTalk's has: copy it once more, alone. ${chinese}中含有空格、换行或不应有的字符，请单独重新复制。`,
	);
const UNUSABLE_KEYS = no(
	'DingTalk accepts the app, but the Callback Token is not 6 to 63 letters and digits, or the Callback AES Key not 43: copy them once more, or leave them empty if no trigger receives events over HTTP. 应用可用，但回调 Token 应为 6–63 位字母数字，回调 AES Key 应为 43 位，请重新复制；不用 HTTP 推送可留空。',
);
/** Whether the keys of callbacks are left empty, or of the right shape. */
const usableKeys = ({ callbackToken, callbackAesKey }: ICredentialDataDecryptedObject) => {
	const [token, aesKey] = [pasted(callbackToken), pasted(callbackAesKey)];
	return (token === '' || isCallbackToken(token)) && (aesKey === '' || isAesKey(aesKey));
};

/** A request of the test button: the answer's JSON, or nothing when the host did not answer. */
type Ask = (options: { method: 'GET' | 'POST'; uri: string; qs?: object; body?: object }) => Promise<unknown>;

/** `ICredentialTestFunctions` offers this one HTTP helper only. */
const asker = ({ helpers }: ICredentialTestFunctions): Ask => {
	const { request } = helpers;
	return async (options) => {
		const settings = { ...options, json: true, simple: false, followRedirect: false, timeout: 10_000 };
		return await request(settings).catch(() => undefined);
	};
};

const refusal = (answer: unknown) => errorIn({ status: 200, headers: {}, body: answer })?.facts;
const unreachable = (host: string) =>
	no(
		`No answer from ${host}. Check the host (Advanced), the network and the proxy of the n8n server. 无法连接 ${host}，请检查主机、网络与代理。`,
	);

/**
 * The new API has one code for a wrong key and a wrong secret; the legacy token call tells them apart: 40001 means the secret.
 * https://open.dingtalk.com/document/development/server-api-error-codes-1
 */
async function whichIsWrong(
	ask: Ask,
	legacyHost: string,
	clientId: string,
	clientSecret: string,
): Promise<INodeCredentialTestResult> {
	const answer = await ask({
		method: 'GET',
		uri: `${legacyHost}/gettoken`,
		qs: { appkey: clientId, appsecret: clientSecret },
	});
	const code = refusal(answer)?.code;
	if (code === '40001')
		return no('The Client Secret (AppSecret) is wrong for this Client ID. Client Secret（AppSecret）有误。');
	if (code !== undefined && /^(40013|40089|40096|40035)$/.test(code))
		return no('There is no app with this Client ID (AppKey). Client ID（AppKey）有误，找不到该应用。');
	return no(
		'The Client ID (AppKey) or the Client Secret (AppSecret) is wrong; DingTalk does not say which. Client ID 或 Client Secret 有误。',
	);
}

/** Fetches a token and asks the legacy host whether it is there: tells a wrong key from a wrong secret from an unreachable host. */
export async function testDingTalkApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const ask = asker(this);
	const { api, oapi } = hostsOf(data);
	const [clientId, clientSecret] = [pasted(data.clientId), pasted(data.clientSecret)];
	if (clientId === '' || clientSecret === '')
		return no('Fill in Client ID and Client Secret. 请填写 Client ID 与 Client Secret。');
	if (!isPlainValue(clientId)) return odd('The Client ID (AppKey)', 'Client ID（AppKey）');
	if (!isPlainValue(clientSecret)) return odd('The Client Secret (AppSecret)', 'Client Secret（AppSecret）');
	const { path, body } = tokenRequest(clientId, clientSecret);
	const answer = await ask({ method: 'POST', uri: `${api}${path}`, body });
	if (answer === undefined) return unreachable(api);
	const token = readToken(answer, Date.now());
	if (!token) {
		const facts = errorIn({ status: 400, headers: {}, body: answer })?.facts;
		if (/invalidClientIdOrSecret|invalid\.client/i.test(facts?.code ?? ''))
			return await whichIsWrong(ask, oapi, clientId, clientSecret);
		return no(
			redact(
				`DingTalk refused: ${facts?.message ?? 'no token in the answer'} (${facts?.code ?? 'unknown'}). 钉钉拒绝了请求。`,
				[clientSecret],
			),
		);
	}
	// Any call will do: its only purpose is to see the second host answer as the same DingTalk. Fetching the token again is free and returns the same one.
	const legacy = await ask({
		method: 'GET',
		uri: `${oapi}/gettoken`,
		qs: { appkey: clientId, appsecret: clientSecret },
	});
	if (legacy === undefined) return unreachable(oapi);
	if (typeof at(legacy, 'access_token') === 'string')
		return usableKeys(data) ? { status: 'OK', message: 'Connection successful 连接成功' } : UNUSABLE_KEYS;
	const { message = 'it does not answer as DingTalk does', code = 'no token' } = refusal(legacy) ?? {};
	return no(
		redact(
			`${api} accepts the app, but ${oapi} does not: ${message} (${code}). Check the legacy API host (Advanced). 新版 API 主机已接受该应用，但旧版主机未接受，请检查旧版 API 主机。`,
			[clientSecret],
		),
	);
}

/** Codes for a message that lacks something. https://open.dingtalk.com/document/development/custom-robots-send-group-messages */
const ABOUT_CONTENT = /^(40035|43004|400105|40004|41015|44002|400002|40078)$/;
/** A text without content, of which nothing appears in the group, and one that does appear. */
const SILENT = { msgtype: 'text', text: { content: '' } };
const AUDIBLE = { msgtype: 'text', text: { content: 'n8n: connection test 连接测试' } };

/** What a robot's answer says about token and sign, as far as it can be compared with another's. */
const verdictOf = (answer: unknown): string => {
	const facts = refusal(answer);
	if (!facts)
		return typeof answer === 'object' && answer !== null && 'errcode' in answer ? 'sent' : 'not JSON of DingTalk';
	return facts.code === '310000' && /keyword/i.test(facts.message) ? 'keyword' : facts.code;
};

/**
 * Sends a message that cannot appear. DingTalk does not document whether it looks at token and sign before the content: when a
 * wrong token or sign gets the very same answer, only a message that does appear can tell.
 */
async function askRobot(ask: Ask, url: string, token: string, secret: string): Promise<unknown> {
	const send = async (body: object, { as = token, by = secret } = {}) => {
		const timestamp = Date.now();
		return await ask({
			method: 'POST',
			uri: url,
			qs: { access_token: as, ...(by !== '' && { timestamp, sign: robotSign(by, timestamp) }) },
			body,
		});
	};
	const answer = await send(SILENT);
	const verdict = verdictOf(answer);
	if (verdict !== 'keyword' && !ABOUT_CONTENT.test(verdict)) return answer;
	const wrong = [await send(SILENT, { as: 'n8n' }), ...(secret === '' ? [] : [await send(SILENT, { by: 'n8n' })])];
	return wrong.map(verdictOf).includes(verdict) ? await send(AUDIBLE) : answer;
}

/** Tells whether DingTalk accepts the robot's token and sign; it refuses with HTTP 200. */
export async function testDingTalkRobotApi(
	this: ICredentialTestFunctions,
	{ data = {} }: ICredentialsDecrypted,
): Promise<INodeCredentialTestResult> {
	const webhook = readWebhook(String(data.webhook ?? ''), hostUrl(data.host, publicHosts.oapi));
	if (!webhook)
		return no(
			'The webhook is neither a URL with access_token nor a token. Webhook 既不是带 access_token 的网址，也不是 token。',
		);
	const secret = pasted(data.secret);
	if (secret !== '' && !isPlainValue(secret)) return odd('The Secret', '加签密钥');
	const answer = await askRobot(asker(this), webhook.url, webhook.token, secret);
	if (answer === undefined) return unreachable(new URL(webhook.url).origin);
	const verdict = verdictOf(answer);
	if (verdict === 'sent') return { status: 'OK', message: 'Connection successful 连接成功' };
	if (verdict === 'keyword')
		return {
			status: 'OK',
			message: 'The robot answers; it wants a keyword in every message 机器人可用，消息须包含关键词',
		};
	if (ABOUT_CONTENT.test(verdict))
		return { status: 'OK', message: 'The robot accepts token and signature 机器人已接受 token 与签名' };
	return no(
		redact(
			`DingTalk refused the robot: ${refusal(answer)?.message ?? 'what answered is not DingTalk'} (${verdict}). Check webhook, secret and the robot's security settings. 钉钉拒绝了该机器人，请检查 Webhook、加签密钥与安全设置。`,
			[webhook.token, secret],
		),
	);
}
