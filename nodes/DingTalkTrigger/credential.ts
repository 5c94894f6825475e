import { hostsOf } from '../protocol/hosts';
import { pasted } from '../protocol/pasted';
import type { IExecuteFunctions, IHookFunctions, ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';

/** What the trigger needs of the DingTalk API credential; '' where a field is left empty. */
export interface Credential {
	readonly apiHost: string;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly corpId: string;
	readonly callbackToken: string;
	readonly callbackAesKey: string;
}

export async function readCredential(
	context: IExecuteFunctions | IHookFunctions | ITriggerFunctions | IWebhookFunctions,
): Promise<Credential> {
	const data = await context.getCredentials('dingTalkApi');
	const text = (name: string) => pasted(data[name]);
	return {
		apiHost: hostsOf(data).api,
		clientId: text('clientId'),
		clientSecret: text('clientSecret'),
		corpId: text('corpId'),
		callbackToken: text('callbackToken'),
		callbackAesKey: text('callbackAesKey'),
	};
}
