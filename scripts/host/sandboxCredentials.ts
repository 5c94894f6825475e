import { createHash } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Sandbox } from '../../sandbox';
import type { N8nApi, Saved } from './api';

/** Made up, and secret of nothing: what the trigger registers its callback with. */
const invented = (name: string, length: number): string =>
	createHash('sha256').update(`demo ${name}`).digest('hex').slice(0, length);

export type CredentialType = 'dingTalkApi' | 'dingTalkRobotApi';

/** What a person would type into this package's credentials to reach the sandbox's company. */
export function sandboxCredentials({
	company,
	url,
	legacyUrl,
	storageUrl,
	robotWebhook,
}: Sandbox): Record<CredentialType, ICredentialDataDecryptedObject> {
	return {
		dingTalkApi: {
			clientId: company.appKey,
			clientSecret: company.appSecret,
			corpId: company.corpId,
			agentId: String(company.agentId),
			robotCode: company.robotCode,
			defaultOperator: company.users[0].userid,
			callbackToken: invented('token', 16),
			// 43 letters or digits: https://open.dingtalk.com/document/development/register-callback-events
			callbackAesKey: invented('aes key', 43),
			apiHost: url,
			legacyHost: legacyUrl,
			fileHosts: storageUrl,
		},
		dingTalkRobotApi: { webhook: robotWebhook, secret: company.groupRobot.secret, host: legacyUrl },
	};
}

const names: Record<CredentialType, string> = {
	dingTalkApi: 'DingTalk (sandbox)',
	dingTalkRobotApi: 'DingTalk group robot (sandbox)',
};

/** The credentials that examples may name; that of a chat model where there is one. */
export type SavedCredentials = Record<CredentialType, Saved> & { openAiApi?: Saved };

/**
 * Creates both credentials, or points those of an earlier start at this sandbox.
 * @param modelUrl where a chat model of OpenAI's protocol is; absent: there is none
 */
export async function saveSandboxCredentials(
	api: N8nApi,
	sandbox: Sandbox,
	modelUrl?: string,
): Promise<SavedCredentials> {
	const present = await api.credentials();
	const data = sandboxCredentials(sandbox);
	const save = async (name: string, type: string, fields: ICredentialDataDecryptedObject): Promise<Saved> => {
		const known = present.find((one) => one.type === type && one.name === name);
		return known
			? await api.updateCredential(known.id, name, type, fields)
			: await api.createCredential(name, type, fields);
	};
	const own = async (type: CredentialType) => await save(names[type], type, data[type]);
	return {
		dingTalkApi: await own('dingTalkApi'),
		dingTalkRobotApi: await own('dingTalkRobotApi'),
		...(modelUrl && {
			openAiApi: await save('Chat model (scripted, of the demo)', 'openAiApi', { apiKey: 'none', url: modelUrl }),
		}),
	};
}
