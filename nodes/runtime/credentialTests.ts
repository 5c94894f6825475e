import type { ICredentialTestFunctions, ICredentialsDecrypted, INodeCredentialTestResult } from 'n8n-workflow';
import { readToken, readWebhook, robotSign, tokenRequest } from '../protocol/auth';
import { errorIn } from '../protocol/errors';
import { hostUrl, hostsOf, publicHosts } from '../protocol/hosts';
import { redact } from './nodeError';

const no = (message: string): INodeCredentialTestResult => ({ status: 'Error', message });
const text = (value: unknown) => String(value ?? '').trim();

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
const unreachable = (host: string) => no(`No answer from ${host}. Check the host (Advanced), the network and the proxy of the n8n server. 无法连接 ${host}，请检查主机、网络与代理。`);

/**
 * The new API has one code for a wrong key and a wrong secret; the legacy token call tells them apart: 40001 means the secret.
 * https://open.dingtalk.com/document/development/server-api-error-codes-1
 */
async function whichIsWrong(ask: Ask, legacyHost: string, clientId: string, clientSecret: string): Promise<INodeCredentialTestResult> {
	const answer = await ask({ method: 'GET', uri: `${legacyHost}/gettoken`, qs: { appkey: clientId, appsecret: clientSecret } });
	const code = refusal(answer)?.code;
	if (code === '40001') return no('The Client Secret (AppSecret) is wrong for this Client ID. Client Secret（AppSecret）有误。');
	if (code !== undefined && /^(40013|40089|40096|40035)$/.test(code)) return no('There is no app with this Client ID (AppKey). Client ID（AppKey）有误，找不到该应用。');
	return no('The Client ID (AppKey) or the Client Secret (AppSecret) is wrong; DingTalk does not say which. Client ID 或 Client Secret 有误。');
}

/** Fetches a token and asks the legacy host whether it is there: tells a wrong key from a wrong secret from an unreachable host. */
export async function testDingTalkApi(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const ask = asker(this);
	const { api, oapi } = hostsOf(data);
	const [clientId, clientSecret] = [text(data.clientId), text(data.clientSecret)];
	if (clientId === '' || clientSecret === '') return no('Fill in Client ID and Client Secret. 请填写 Client ID 与 Client Secret。');
	const { path, body } = tokenRequest(clientId, clientSecret);
	const answer = await ask({ method: 'POST', uri: `${api}${path}`, body });
	if (answer === undefined) return unreachable(api);
	const token = readToken(answer, Date.now());
	if (!token) {
		const facts = errorIn({ status: 400, headers: {}, body: answer })?.facts;
		if (/invalidClientIdOrSecret|invalid\.client/i.test(facts?.code ?? '')) return await whichIsWrong(ask, oapi, clientId, clientSecret);
		return no(redact(`DingTalk refused: ${facts?.message ?? 'no token in the answer'} (${facts?.code ?? 'unknown'}). 钉钉拒绝了请求。`, [clientSecret]));
	}
	// Any call will do: its only purpose is to see the second host answer in DingTalk's dialect. Fetching the token again is free and returns the same one.
	const legacy = await ask({ method: 'GET', uri: `${oapi}/gettoken`, qs: { appkey: clientId, appsecret: clientSecret } });
	return typeof legacy === 'object' && legacy !== null ? { status: 'OK', message: 'Connection successful 连接成功' } : unreachable(oapi);
}

/** Codes that a robot answers only after token and sign were accepted: the empty test message lacks something. https://open.dingtalk.com/document/development/custom-robots-send-group-messages */
const ACCEPTED = /^(40035|43004|400105|40004|41015|44002|400002|40078)$/;

/** Sends a message without content: DingTalk checks token and signature first, so nothing appears in the group. */
export async function testDingTalkRobotApi(this: ICredentialTestFunctions, { data = {} }: ICredentialsDecrypted): Promise<INodeCredentialTestResult> {
	const webhook = readWebhook(text(data.webhook), hostUrl(data.host, publicHosts.oapi));
	if (!webhook) return no('The webhook is neither a URL with access_token nor a token. Webhook 既不是带 access_token 的网址，也不是 token。');
	const [timestamp, secret] = [Date.now(), text(data.secret)];
	const sign = secret === '' ? {} : { timestamp, sign: robotSign(timestamp, secret) };
	const answer = await asker(this)({ method: 'POST', uri: webhook.url, qs: { access_token: webhook.token, ...sign }, body: {} });
	if (answer === undefined) return unreachable(new URL(webhook.url).origin);
	const facts = refusal(answer);
	if (!facts) return { status: 'OK', message: 'Connection successful 连接成功' };
	if (ACCEPTED.test(facts.code)) return { status: 'OK', message: 'The robot accepts token and signature 机器人已接受 token 与签名' };
	// A keyword is only asked for once token and sign are right.
	if (facts.code === '310000' && /keyword/i.test(facts.message)) return { status: 'OK', message: 'The robot answers; it wants a keyword in every message 机器人可用，消息须包含关键词' };
	return no(redact(`DingTalk refused the robot: ${facts.message} (${facts.code}). Check webhook, secret and the robot's security settings. 钉钉拒绝了该机器人，请检查 Webhook、加签密钥与安全设置。`, [webhook.token, secret]));
}
