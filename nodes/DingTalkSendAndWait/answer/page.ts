import { beginningOf } from '../../protocol/beginning';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import type { Reading } from '../../runtime/field';
import { readTyped } from '../../runtime/values';
import { questionOf } from '../ask/question';
import { optionFields } from '../form/options';
import { formFields } from '../form/customForm';
import { answerFields, message, subject } from '../form/question';
import { pageHeaders } from '../page/html';
import type { FormElement } from '../page/inputs';
import { type Asking, NAME } from '../page/pages';
import { sentIn } from '../page/sent';
import { languageOf } from '../words';

export const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Longest name that is taken. */
const MOST_LETTERS = 60;

/** Shows a page, and the wait goes on. */
export function show(context: IWebhookFunctions, html: string, status = 200): IWebhookResponseData {
	context.getResponseObject().status(status).set(pageHeaders).send(html);
	return { noWebhookResponse: true };
}

/**
 * Shows a page once n8n has taken the answer up: `workflowData` beside it lets the execution go on. n8n 2.40.5 takes an execution
 * out of waiting once, in its database, and answers after that, so that of two webhook processes only one shows the page; n8n 1
 * answers before.
 */
export function showOnceTaken(context: IWebhookFunctions, html: string): IWebhookResponseData {
	context.getResponseObject().set(pageHeaders);
	return { webhookResponse: html };
}

/** Words whose expression finds nothing any more, as those about an agent's tool, are left out. */
const lenient = (reading: Reading): Reading => ({
	...reading,
	parameter: (name, fallback) => {
		if (name !== subject.name && name !== message.name) return reading.parameter(name, fallback);
		try {
			return reading.parameter(name, fallback);
		} catch {
			return fallback;
		}
	},
});

/** The question as its page shows it. `signed`: what the link says. */
export async function askingOf(
	context: IWebhookFunctions,
	reading: Reading,
	signed: { choice: string; to: string },
): Promise<Asking & { responseType: string; elements: readonly FormElement[] }> {
	const { headers } = context.getRequestObject();
	const { language: chosen, askName } = await readTyped(optionFields, reading);
	const language = languageOf(chosen, headers['accept-language']);
	const form = await readTyped(
		[subject, { ...message, required: false }, ...answerFields, formFields],
		lenient(reading),
	);
	const { texts: given, files } = sentIn(context);
	return {
		language,
		question: questionOf(form, language),
		responseType: form.responseType,
		elements: form.formFields?.values ?? [],
		pressed: signed.choice,
		askName: askName === true && signed.to === '',
		name: beginningOf(textOf(given[NAME]), MOST_LETTERS),
		given,
		files,
	};
}
