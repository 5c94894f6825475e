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

/** Creates both credentials, or points those of an earlier start at this sandbox. */
export async function saveSandboxCredentials(api: N8nApi, sandbox: Sandbox): Promise<Record<CredentialType, Saved>> {
	const present = await api.credentials();
	const data = sandboxCredentials(sandbox);
	const save = async (type: CredentialType): Promise<Saved> => {
		const known = present.find((one) => one.type === type && one.name === names[type]);
		return known
			? await api.updateCredential(known.id, names[type], type, data[type])
			: await api.createCredential(names[type], type, data[type]);
	};
	return { dingTalkApi: await save('dingTalkApi'), dingTalkRobotApi: await save('dingTalkRobotApi') };
}
