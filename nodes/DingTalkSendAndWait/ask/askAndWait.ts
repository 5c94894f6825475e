import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { apiFor } from '../../runtime/api';
import { errorItem } from '../../runtime/items';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import { type Running, readingOf, startRunning } from '../../runtime/running';
import { readTyped } from '../../runtime/values';
import { fields } from '../form';
import { waitTill } from './limit';
import { sendLinks } from './links';
import { questionOf, sentLanguage } from './question';

const about = { action: 'Send a question and wait', permission: 'qyapi_robot_sendmsg', itemIndex: 0 };

/** Sends the question of the first item and has n8n wait; as in n8n's own nodes of this kind, further items ask nothing. */
async function ask(context: IExecuteFunctions, running: Running): Promise<void> {
	const form = await readTyped(fields, readingOf(running, 0));
	const till = waitTill(form.limitWaitTime?.values, Date.now());
	const question = questionOf(form, sentLanguage(form));
	await sendLinks(question, form, (parameters) => context.getSignedResumeUrl(parameters), apiFor(running));
	const { length } = context.getInputData();
	if (length > 1)
		running.hints.add(
			`One question was asked, for the first of ${length} items. Put a loop before this node to ask for each`,
			`共 ${length} 项输入，只按第一项发送了一个问题。如需逐项询问，请在前面加循环节点`,
		);
	await context.putExecutionToWait(till);
}

/** Asks and waits. Where the question cannot be sent, nothing waits. */
export async function askAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const running = await startRunning(context, 'dingTalkApi');
	const failure = await ask(context, running).then(
		() => undefined,
		(error: unknown) => toNodeError(context.getNode(), error, about, secretsOf(running.client.credential)),
	);
	running.hints.show(context);
	if (failure && !context.continueOnFail()) throw failure;
	return [failure ? [errorItem(failure, 0)] : context.getInputData()];
}
