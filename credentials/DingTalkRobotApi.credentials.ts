import type {
	IAuthenticate,
	ICredentialDataDecryptedObject,
	ICredentialType,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { readWebhook } from '../nodes/protocol/auth';
import { hostUrl, NO_REDIRECT, pinned, publicHosts, urlOf, urlWithin } from '../nodes/protocol/hosts';
import { pasted } from '../nodes/protocol/pasted';
import { robotSign } from '../nodes/protocol/signs';
import { weaveFields } from '../nodes/runtime/words';
import chinese from './zh-CN.json';

/** A secret (its token) although its name has none of the words by which n8n's linter knows one. */
const webhook: INodeProperties = {
	displayName: 'Webhook',
	name: 'webhook',
	type: 'string',
	typeOptions: { password: true },
	required: true,
	default: '',
	placeholder: 'https://oapi.dingtalk.com/robot/send?access_token=…',
	description: 'Group settings → Robots → your custom robot → Webhook: the whole URL, or only its access_token',
};

/** Adds token, timestamp and sign as query parameters; n8n's HTTP helper percent-encodes them once, on the wire. */
const authenticate = async (
	credentials: ICredentialDataDecryptedObject,
	request: IHttpRequestOptions,
): Promise<IHttpRequestOptions> => {
	const target = readWebhook(String(credentials.webhook ?? ''), hostUrl(credentials.host, publicHosts.oapi));
	const secret = pasted(credentials.secret);
	const timestamp = Date.now();
	if (target === undefined)
		throw new Error(
			'The webhook of the DingTalk Group Robot credential is neither a URL with access_token nor a token. 群机器人凭证的 Webhook 无效。',
		);
	const { origin } = new URL(target.url);
	const url = urlWithin(origin, urlOf(request));
	if (!url) throw new Error(`The robot's token is only sent to ${origin}. 机器人 token 只发送到 ${origin}。`);
	return {
		...pinned(request, url),
		...NO_REDIRECT,
		qs: {
			...request.qs,
			access_token: target.token,
			...(secret !== '' && { timestamp, sign: robotSign(secret, timestamp) }),
		},
	};
};

export class DingTalkRobotApi implements ICredentialType {
	name = 'dingTalkRobotApi';

	displayName = 'DingTalk Group Robot API';

	icon = { light: 'file:../icons/dingtalk.svg', dark: 'file:../icons/dingtalk.dark.svg' } as const;

	documentationUrl = 'https://github.com/n8n-nodes-dingtalk-suite/n8n-nodes-dingtalk-suite#credentials';

	properties: INodeProperties[] = [
		webhook,
		{
			displayName: 'Secret',
			name: 'secret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			placeholder: 'SEC…',
			description: 'Only when the robot is protected by signature (starts with SEC)',
		},
		{
			displayName: 'Host',
			name: 'host',
			type: 'string',
			default: 'https://oapi.dingtalk.com',
			description: 'Where a bare token is sent to; a whole URL keeps its own host',
		},
	];

	/** The list above stays a literal, which n8n's linter reads. */
	constructor() {
		this.properties = weaveFields(this.properties, chinese.dingTalkRobotApi);
	}

	authenticate: IAuthenticate = authenticate;
}
