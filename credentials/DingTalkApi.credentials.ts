import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { isStale, readToken, tokenOwner, tokenRequest, usableUntil } from '../nodes/protocol/auth';
import { DingTalkError, errorIn, htmlError, networkError } from '../nodes/protocol/errors';
import { hostNameOf, hostsOf, NO_REDIRECT, pinned, urlOf, urlWithin } from '../nodes/protocol/hosts';
import { keepTokenFailure } from '../nodes/protocol/tokenFailure';
import { weaveFields } from '../nodes/runtime/words';
import chinese from './zh-CN.json';

/**
 * Tells n8n that the stored token has run out before a request is wasted on it: n8n pre-authenticates anew on a 401 and repeats.
 * The legacy API could not say so (it answers HTTP 200), which is what makes this credential work in the HTTP Request node too.
 */
class TokenExpired extends Error {
	readonly response = { status: 401 };
	readonly statusCode = 401;
}

/** A secret although its name has none of the words by which n8n's linter knows one. */
const callbackAesKey: INodeProperties = {
	displayName: 'Callback AES Key',
	name: 'callbackAesKey',
	type: 'string',
	typeOptions: { password: true },
	default: '',
	description: 'For the DingTalk Trigger in webhook mode: 43 letters and digits',
};

/** Longest wait for a token: n8n's own are five minutes, in which every workflow of the app would stand. */
const TOKEN_TIMEOUT_MS = 30_000;

const socketCode = (error: unknown): string =>
	typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' ? error.code : '';

const authenticate = async (
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> => {
	const hosts = hostsOf(credentials);
	const asked = urlOf(request);
	const host = hostNameOf(asked, hosts);
	const url = host && urlWithin(hosts[host], asked);
	if (!host || !url)
		throw new Error(
			`The DingTalk access token is only sent to the hosts of the credential, not to ${asked.split('?')[0]}. 钉钉 access token 只发送到凭证中配置的主机。`,
		);
	if (isStale(credentials, Date.now())) throw new TokenExpired('The DingTalk access token has expired');
	const guarded = { ...pinned(request, url), ...NO_REDIRECT };
	const token = credentials.accessToken;
	if (host === 'api') return { ...guarded, headers: { ...request.headers, 'x-acs-dingtalk-access-token': token } };
	return { ...guarded, qs: { ...request.qs, access_token: token } };
};

export class DingTalkApi implements ICredentialType {
	name = 'dingTalkApi';

	displayName = 'DingTalk API';

	icon = { light: 'file:../icons/dingtalk.svg', dark: 'file:../icons/dingtalk.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-dingtalk-suite/n8n-nodes-dingtalk-suite#credentials';

	properties: INodeProperties[] = [
		{
			displayName: 'Client ID (AppKey)',
			name: 'clientId',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. dingxxxxxxxxxxxxxxxx',
			description: 'DingTalk developer console → your app → Credentials and basic information',
		},
		{
			displayName: 'Client Secret (AppSecret)',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			required: true,
			default: '',
			description: 'On the same page as the Client ID',
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{ displayName: 'Expires At', name: 'expiresAt', type: 'hidden', default: '' },
		{ displayName: 'Token Owner', name: 'tokenOwner', type: 'hidden', typeOptions: { password: true }, default: '' },
		{
			displayName: 'Corp ID',
			name: 'corpId',
			type: 'string',
			default: '',
			placeholder: 'e.g. ding0123456789abcdef',
			description:
				'Your organisation; shown on the first page of the developer console. Incoming callbacks of other organisations are refused.',
		},
		{
			displayName: 'Agent ID',
			name: 'agentId',
			type: 'string',
			default: '',
			placeholder: 'e.g. 1185599675',
			description: 'Needed for work notifications; on the same page as the Client ID',
		},
		{
			displayName: 'Robot Code',
			name: 'robotCode',
			type: 'string',
			default: '',
			description: 'Needed for messages of the app robot; on the page of the robot. Usually the same as the Client ID.',
		},
		{
			displayName: 'Default Operator (User ID)',
			name: 'defaultOperator',
			type: 'string',
			default: '',
			placeholder: 'e.g. manager4220',
			description: 'Stands in wherever an operation asks on whose behalf it works and the field is left empty',
		},
		{
			displayName: 'Callback Token',
			name: 'callbackToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'For the DingTalk Trigger in webhook mode: the token of the app’s event subscription (HTTP push)',
		},
		callbackAesKey,
		{
			displayName: 'Advanced: other hosts than DingTalk’s public ones, for private deployments and proxies',
			name: 'advanced',
			type: 'notice',
			default: '',
		},
		{
			displayName: 'API Host',
			name: 'apiHost',
			type: 'string',
			default: 'https://api.dingtalk.com',
			description: 'Host of the new API',
		},
		{
			displayName: 'Legacy API Host',
			name: 'legacyHost',
			type: 'string',
			default: 'https://oapi.dingtalk.com',
			description: 'Host of the legacy API',
		},
		{
			displayName: 'File Hosts',
			name: 'fileHosts',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://files.example.com',
			description:
				'Hosts on which a private deployment keeps files, separated by commas. Files of the public DingTalk need none: they come from public https addresses.',
		},
	];

	/** The list above stays a literal, which n8n's linter reads. */
	constructor() {
		this.properties = weaveFields(this.properties, chinese.dingTalkApi);
	}

	/** One token for both APIs; n8n stores what this returns and calls it again when the token has run out. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<{ accessToken: string; expiresAt: number; tokenOwner: string }> {
		const { api } = hostsOf(credentials);
		const { path, body } = tokenRequest(String(credentials.clientId), String(credentials.clientSecret));
		const now = Date.now();
		const whole = AbortSignal.timeout(TOKEN_TIMEOUT_MS);
		const response = await this.helpers
			.httpRequest({
				method: 'POST',
				url: `${api}${path}`,
				body,
				json: true,
				ignoreHttpStatusErrors: true,
				returnFullResponse: true,
				disableFollowRedirect: true,
				timeout: TOKEN_TIMEOUT_MS,
				// The helper's own limit is on silence: an answer that drips would have none.
				abortSignal: whole,
			})
			.catch((error: unknown) => {
				const code = whole.aborted ? 'ETIMEDOUT' : socketCode(error);
				throw keepTokenFailure(credentials, networkError(code, api, undefined));
			});
		const { statusCode, headers, body: answer } = response;
		const token = readToken(answer, now);
		if (token)
			return {
				accessToken: token.accessToken,
				expiresAt: usableUntil(token, now),
				tokenOwner: tokenOwner(credentials),
			};
		const page: unknown = answer;
		const refusal =
			(typeof page === 'string' && page.trim() !== '' && !(statusCode >= 300 && statusCode < 400)
				? htmlError(statusCode, page.trim())
				: errorIn({ status: statusCode, headers, body: answer })) ??
			new DingTalkError({
				code: 'noToken',
				kind: 'refused',
				ours: true,
				message: 'the token answer held no access token: is the API host right?',
			});
		throw keepTokenFailure(credentials, refusal);
	}

	authenticate: IAuthenticate = authenticate;
}
