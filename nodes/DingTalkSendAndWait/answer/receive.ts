import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { endPage } from '../page/pages';
import { languageOf, wordsIn } from '../words';
import { answerByClick } from './click';
import { answerByLink } from './link';
import { show, textOf } from './page';

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/**
 * A call to the waiting execution. n8n has checked the signature of its path and query before, so what they say is what the
 * node wrote: the button of the link, to whom it was sent, and in which round. Without them it is a click on a card.
 */
async function answerTo(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const { query, headers, method } = context.getRequestObject();
	const [choice, to, round] = [textOf(query.choice), textOf(query.to), Number(textOf(query.round)) || 1];
	if (choice !== '') return await answerByLink(context, { choice, to, round });
	if (method === 'POST') return await answerByClick(context);
	const language = languageOf(undefined, headers['accept-language']);
	const say = wordsIn(language);
	return show(context, endPage(language, say('refused'), say('notHere')), 400);
}

/** Nothing that goes wrong here may end the wait, as n8n does with a webhook that throws: whoever answered may try again. */
export async function receiveAnswer(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	return await answerTo(context).catch((error: unknown) => {
		const { headers } = context.getRequestObject();
		const language = languageOf(undefined, headers['accept-language']);
		const say = wordsIn(language);
		context.logger.error(`DingTalk Send and Wait: an answer could not be taken (${messageOf(error)})`);
		return show(context, endPage(language, say('refused'), say('problem')), 500);
	});
}
