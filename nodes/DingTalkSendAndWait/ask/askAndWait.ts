import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { ticketFor } from '../../listening/ticket';
import { apiFor } from '../../runtime/api';
import { InputError } from '../../runtime/inputError';
import { errorItem } from '../../runtime/items';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import { type Running, readingOf, startRunning } from '../../runtime/running';
import { readTyped } from '../../runtime/values';
import { checkListening } from '../card/listening';
import { sendCard } from '../card/send';
import { fields } from '../form';
import { waitTill } from './limit';
import { sendLinks } from './links';
import { type Note, roundParameter, writeNote } from './note';
import { type Form, questionOf, sentLanguage } from './question';

/** n8n 1.x checks the signature of the answering address only where a node asks for it. */
function wantSignature(context: IExecuteFunctions): void {
	const want: unknown = Reflect.get(context, 'setSignatureValidationRequired');
	if (typeof want === 'function') Reflect.apply(want, context, []);
}

/** @throws InputError for a form that asks for nothing: it could not be answered */
function refuseNoForm({ responseType, formFields }: Form): void {
	if (responseType !== 'customForm' || (formFields?.values ?? []).length > 0) return;
	throw new InputError('Form Elements', 'is empty: add what the form asks for', '为空：请添加表单字段');
}

async function send(context: IExecuteFunctions, running: Running, form: Form, { round }: Note): Promise<void> {
	const question = questionOf(form, sentLanguage(form));
	const api = apiFor(running);
	const signed = (parameters: Record<string, string>) =>
		context.getSignedResumeUrl({ ...parameters, ...roundParameter(round) });
	if (form.responseType !== 'approval' || form.buttons !== 'card') return await sendLinks(question, form, signed, api);
	const ticket = ticketFor(context.getSignedResumeUrl(), round);
	if (ticket === undefined)
		throw new InputError(
			'Buttons',
			'the ID of this node is too long for a card. Copy the node and paste it again, which gives it a new one, or choose Links',
			'该节点的 ID 过长，无法用于卡片。请复制并重新粘贴该节点以获得新 ID，或改用“链接”',
		);
	checkListening(context, running);
	await sendCard(question, form, ticket, api);
}

/** Sends the question of the first item and has n8n wait; as in n8n's own nodes of this kind, further items ask nothing. */
async function ask(context: IExecuteFunctions, running: Running): Promise<void> {
	const form = await readTyped(fields, readingOf(running, 0));
	refuseNoForm(form);
	const till = waitTill(form.limitWaitTime?.values, Date.now());
	wantSignature(context);
	await send(context, running, form, writeNote(context, till, form));
	const { length } = context.getInputData();
	if (length > 1)
		running.hints.add(
			`One question was asked, for the first of ${length} items. Put a loop before this node to ask for each`,
			`共 ${length} 项输入，只按第一项发送了一个问题。如需逐项询问，请在前面加循环节点`,
		);
	await context.putExecutionToWait(till);
}

/** What an error must not say: the right to answer, beside the credential's secrets. */
function secretsIn(context: IExecuteFunctions, { client }: Running): unknown[] {
	const url = context.getSignedResumeUrl();
	return [...secretsOf(client.credential), ticketFor(url, 1), new URL(url).searchParams.get('signature')];
}

/** Asks and waits. Where the question cannot be sent, nothing waits. */
export async function askAndWait(context: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const running = await startRunning(context, 'dingTalkApi');
	const about = { action: 'Send a question and wait', itemIndex: 0 };
	const failure = await ask(context, running).then(
		() => undefined,
		(error: unknown) => toNodeError(context.getNode(), error, about, secretsIn(context, running)),
	);
	running.hints.show(context);
	if (failure && !context.continueOnFail()) throw failure;
	return [failure ? [errorItem(failure, 0)] : context.getInputData()];
}
