import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { readNote } from '../ask/note';
import { type FormElement, hasFiles, inputsOf, isTooLong, readInputs } from '../page/inputs';
import { type Asking, approvalPage, endPage, inputPage, textPage } from '../page/pages';
import { type Sent, kept } from '../page/sent';
import { type Language, wordsIn } from '../words';
import { askingOf, show, showOnceTaken, textOf } from './page';
import { webhookReading } from './reading';
import { personOf } from './responder';
import { resumed } from './resumed';
import { takeQuestion, whyClosed } from './tooLate';

/** What was answered, or what is wrong with it in the reader's words. */
type Answered = { answer: IDataObject; files?: Sent['files'] } | { problem: string };

/** How a kind of answer is asked for and read. */
interface Way {
	page: (asking: Asking) => string;
	read: (asking: Asking) => Answered;
}

const approval: Way = {
	page: approvalPage,
	read: ({ question, given, language }) => {
		const choice = question.buttons.find((button) => button.choice === given.choice)?.choice;
		return choice === undefined
			? { problem: wordsIn(language)('noChoice') }
			: { answer: { approved: choice === 'approve' } };
	},
};

const freeText: Way = {
	page: textPage,
	read: ({ given, language }) => {
		const text = textOf(given.text);
		const say = wordsIn(language);
		if (isTooLong(text)) return { problem: say('tooLong') };
		return text === '' ? { problem: say('missing') + say('yourText') } : { answer: { text } };
	},
};

const customForm = (elements: readonly FormElement[]): Way => ({
	page: (asking) =>
		inputPage(asking, inputsOf(elements, asking.given), wordsIn(asking.language)('submit'), hasFiles(elements)),
	read: ({ given, files, language }) => readInputs(elements, { texts: given, files }, wordsIn(language)),
});

function wayOf(responseType: string, elements: readonly FormElement[]): Way {
	if (responseType === 'customForm') return customForm(elements);
	return responseType === 'freeText' ? freeText : approval;
}

function read(way: Way, asking: Asking): Answered {
	const say = wordsIn(asking.language);
	if (asking.askName && asking.name === '') return { problem: say('missing') + say('yourName') };
	return way.read(asking);
}

const refused = (context: IWebhookFunctions, language: Language, why: string): IWebhookResponseData =>
	show(context, endPage(language, wordsIn(language)('refused'), why), 409);

/** An answer that came by a link: GET shows the question and never decides, POST decides. */
export async function answerByLink(
	context: IWebhookFunctions,
	signed: { choice: string; to: string; round: number },
): Promise<IWebhookResponseData> {
	const { reading, client } = await webhookReading(context);
	const { responseType, elements, ...asking } = await askingOf(context, reading, signed);
	const say = wordsIn(asking.language);
	const note = readNote(context);
	const now = Date.now();
	const closed = whyClosed(note, signed.round, now, say);
	if (closed !== undefined) return refused(context, asking.language, closed);
	const way = wayOf(responseType, elements);
	if (context.getRequestObject().method !== 'POST') return show(context, way.page(asking));

	const answered = read(way, asking);
	if ('problem' in answered) return show(context, way.page({ ...asking, problem: answered.problem }), 400);
	const { name } = asking;
	const { answer, files = {} } = answered;
	const binary = await kept(context, files);
	const recorded = endPage(asking.language, say('recorded'), say('close'));
	const taken = takeQuestion(context, signed.round, now, { answer, to: signed.to, name });
	if (taken === 'same') return show(context, recorded);
	if (taken === 'other') return refused(context, asking.language, say('answered'));
	const typed = name === '' ? {} : { name };
	const responder = signed.to === '' ? typed : await personOf(signed.to, client);
	return { ...showOnceTaken(context, recorded), workflowData: resumed(answer, responder, { now, binary }) };
}
