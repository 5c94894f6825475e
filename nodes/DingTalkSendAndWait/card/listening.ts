import type { IExecuteFunctions } from 'n8n-workflow';

import { hub } from '../../listening/hub';
import { hostsOf } from '../../protocol/hosts';
import { isObject } from '../../protocol/json';
import { pasted } from '../../protocol/pasted';
import { InputError } from '../../runtime/inputError';
import type { Running } from '../../runtime/running';

/**
 * Whether this process is the one in which triggers run: n8n's settings say it, which every context carries (2.40.5) and no
 * interface names. undefined where they do not.
 */
function runsTriggers(context: IExecuteFunctions): boolean | undefined {
	const settings: unknown = Reflect.get(context, 'instanceSettings');
	if (!isObject(settings) || typeof settings.instanceType !== 'string') return undefined;
	return settings.instanceType === 'main' && settings.isFollower !== true;
}

/**
 * Refuses to send a card whose clicks nobody would bring. A worker cannot know: there it is said as a hint.
 * @throws InputError where this process would hold the connection, and does not
 */
export function checkListening(context: IExecuteFunctions, { client, hints }: Running): void {
	const { clientId, clientSecret } = client.credential;
	const app = { host: hostsOf(client.credential).api, clientId: pasted(clientId), clientSecret: pasted(clientSecret) };
	if (hub.answers(app)) return;
	if (runsTriggers(context) === true)
		throw new InputError(
			'Buttons',
			'no active DingTalk Trigger receives the clicks of this app. Publish (n8n 1: activate) a workflow with one over Stream and the same credential, with its option Answer Send and Wait on, or choose Links',
			'没有已启用的钉钉触发器接收该应用的点击。请发布（n8n 1 为启用）一个工作流，其中的钉钉触发器使用同一凭证、Stream 方式并打开“接收‘发送并等待’的回复”，或改用“链接”',
		);
	hints.add(
		'A worker sent the card: keep a workflow with a DingTalk Trigger of the same credential active, its connection brings the clicks',
		'卡片由 worker 发送：请保持一个使用同一凭证的钉钉触发器处于启用状态，点击通过其连接到达',
	);
}
