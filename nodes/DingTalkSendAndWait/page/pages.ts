import type { Question } from '../ask/question';
import { type Language, wordsIn } from '../words';
import { escape, page } from './html';
import { MOST_LETTERS } from './inputs';
import type { Sent } from './sent';

/** What a page that asks needs to know. */
export interface Asking {
	readonly language: Language;
	readonly question: Question;
	/** The button of the link by which the reader came. */
	readonly pressed?: string;
	/** The page asks for the reader's name. */
	readonly askName: boolean;
	/** What the reader has written as the name. */
	readonly name: string;
	/** What the reader has written before, by name of the input. */
	readonly given: Sent['texts'];
	/** The files that came with it. */
	readonly files: Sent['files'];
	/** Why what was sent was not accepted. */
	readonly problem?: string;
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

export const NAME = 'responderName';

const nameInput = ({ language, name }: Asking): string =>
	`<label><span>${wordsIn(language)('yourName')}</span><input name="${NAME}" required maxlength="60" autocomplete="name" value="${escape(name)}"></label>`;

const button = (choice: string, label: string, isMain: boolean): string =>
	`<button name="choice" value="${escape(choice)}"${isMain ? ' class="main"' : ''}>${escape(label)}</button>`;

const top = ({ question: { subject, message }, problem }: Asking): string =>
	`<h1>${escape(subject)}</h1><p class="message">${escape(message)}</p>${problem === undefined ? '' : `<p class="bad" role="alert">${escape(problem)}</p>`}`;

/** The question with its buttons. Opening it decides nothing: DingTalk and scanners open links too. */
export function approvalPage(asking: Asking): string {
	const { language, question, pressed, askName } = asking;
	const main = question.buttons.some(({ choice }) => choice === pressed) ? pressed : question.buttons[0]?.choice;
	const buttons = question.buttons.map(({ choice, label }) => button(choice, label, choice === main));
	const note = `<p class="note">${wordsIn(language)('nothingDecided')}</p>`;
	return page(
		language,
		question.subject,
		`${top(asking)}<form method="post">${askName ? nameInput(asking) : ''}${note}${buttons.join('')}</form>`,
	);
}

/** The question with inputs, which are HTML. `inParts`: files are among them. */
export function inputPage(asking: Asking, inputs: string, submit: string, inParts = false): string {
	const name = asking.askName ? nameInput(asking) : '';
	return page(
		asking.language,
		asking.question.subject,
		`${top(asking)}<form method="post"${inParts ? ' enctype="multipart/form-data"' : ''}>${name}${inputs}${button('respond', submit, true)}</form>`,
	);
}

/** The question with room for a text. */
export function textPage(asking: Asking): string {
	const say = wordsIn(asking.language);
	const written = escape(textOf(asking.given.text));
	const input = `<label><span>${say('yourText')}</span><textarea name="text" required maxlength="${MOST_LETTERS}">${written}</textarea></label>`;
	return inputPage(asking, input, say('submit'));
}

/** What is said at the end. */
export function endPage(language: Language, title: string, text: string): string {
	return page(language, title, `<h1>${escape(title)}</h1><p class="message">${escape(text)}</p>`);
}
