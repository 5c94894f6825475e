import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { type Outcome, SIGNATURE_HEADER, type SentClick, opened } from '../../listening/exchange';
import { readTicket, ticketFor } from '../../listening/ticket';
import { pasted } from '../../protocol/pasted';
import type { Client } from '../../runtime/client';
import { toZoned } from '../../runtime/moment';
import { readTyped } from '../../runtime/values';
import { readNote } from '../ask/note';
import { questionOf, sentLanguage } from '../ask/question';
import { type Approvals, type Asked } from '../card/approvals';
import { decide } from '../card/decide';
import { lockedCard } from '../card/variables';
import { optionFields } from '../form/options';
import { answerFields } from '../form/question';
import { wordsIn } from '../words';
import { webhookReading } from './reading';
import { type Responder, personOf } from './responder';
import { resumed } from './resumed';
import { takeQuestion, whyClosed } from './tooLate';

/** The fields that say the buttons and their language; none of them has to look up people. */
const fields = [...answerFields, ...optionFields] as const;

/** What is signed is the text as it came. */
function textOf(context: IWebhookFunctions): string {
	const { rawBody } = context.getRequestObject();
	return Buffer.isBuffer(rawBody) ? rawBody.toString() : '';
}

/** The click, where the process that holds the app's connection signed it, and for this execution. */
function clickFor(context: IWebhookFunctions, clientSecret: string): (SentClick & { round: number }) | undefined {
	const click = opened(textOf(context), context.getHeaderData()[SIGNATURE_HEADER], clientSecret);
	if (!click) return undefined;
	const { round } = readTicket(click.outTrackId) ?? { round: 1 };
	return click.outTrackId === ticketFor(context.getSignedResumeUrl(), round) ? { ...click, round } : undefined;
}

/** The card loses its buttons, and only the person who clicked reads why. */
const closed = (note: string): IWebhookResponseData => {
	const outcome: Outcome = { decided: false, cardData: { hasAction: 'false' }, privateData: { note } };
	return { webhookResponse: outcome };
};

const shown = ({ name, userId = '' }: Responder): string => name ?? userId;

/** Everybody who approved, and when; DingTalk tells their names. */
async function responses(approvals: Approvals, client: Client): Promise<IDataObject[]> {
	return await Promise.all(
		[...approvals].map(async ([userId, at]) => ({
			...(await personOf(userId, client)),
			approved: true,
			respondedAt: new Date(at).toISOString(),
		})),
	);
}

/** A click on a card of this node, brought by the process that holds the app's connection. Without its signature nothing is said. */
export async function answerByClick(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { reading, client } = await webhookReading(context);
	const clientSecret = pasted(client.credential.clientSecret);
	const click = clickFor(context, clientSecret);
	if (!click) {
		context.getResponseObject().status(401).json({ message: 'not signed by the app' });
		return { noWebhookResponse: true };
	}
	const form = await readTyped(fields, reading);
	const language = sentLanguage(form);
	const say = wordsIn(language);
	const now = Date.now();
	const note = readNote(context);
	const why = whyClosed(note, click.round, now, say);
	if (!note || why !== undefined) return closed(why ?? say('over'));
	const { may, all } = note;
	const asked: Asked = { ticket: click.outTrackId, approvers: may, clientSecret };
	const decision = decide(click, { ...asked, all, question: questionOf({ ...form, subject: '' }, language), say }, now);
	if ('outcome' in decision) return { webhookResponse: decision.outcome };

	const { approved, approvals } = decision;
	const taken = takeQuestion(context, click.round, now, { approved, by: click.userId });
	if (taken !== 'first') return closed(say(taken === 'same' ? 'twice' : 'answered'));
	const responder = await personOf(click.userId, client);
	const time = toZoned(now, context.getTimezone()).slice(5, 16).replace('T', ' ');
	const status = `${say(approved ? 'approved' : 'declined')}${shown(responder)} · ${time}`;
	const outcome: Outcome = { decided: true, cardData: lockedCard(status) };
	const everybody = all && { responses: await responses(approvals, client) };
	return { webhookResponse: outcome, workflowData: resumed({ approved, ...everybody }, responder, { now }) };
}
