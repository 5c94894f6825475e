import type { Value } from '../../runtime/fieldValues';
import type { formFields } from '../form/customForm';
import { type Say } from '../words';
import { escape } from './html';
import type { Sent, SentFile } from './sent';

export type FormElement = NonNullable<NonNullable<Value<typeof formFields>>['values']>[number];

/** Longest text that is taken, in characters; a line break is one. */
export const MOST_LETTERS = 10_000;

const nameOf = (index: number): string => `field-${index}`;

export const isTooLong = (text: string): boolean => text.replace(/\r\n/g, '\n').length > MOST_LETTERS;

const textsOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
		typeof one === 'string' && one.trim() !== '' ? [one.trim()] : [],
	);

/** A form with files is sent in parts. */
export const hasFiles = (elements: readonly FormElement[]): boolean =>
	elements.some(({ fieldType }) => fieldType === 'file');

/** One input, with what was written in it before; a hidden value stays in n8n. */
function inputOf(
	{ fieldLabel, fieldType, choices = [], requiredField }: FormElement,
	name: string,
	given: string[],
): string {
	const label = `${escape(fieldLabel)}${requiredField ? ' *' : ''}`;
	const required = requiredField ? ' required' : '';
	const [written = ''] = given;
	if (fieldType === 'hiddenField') return '';
	if (fieldType === 'checkbox' || fieldType === 'radio') {
		// Of checkboxes "required" would ask for every one of them.
		const more = fieldType === 'radio' ? required : '';
		const boxes = choices.map(
			(choice) =>
				`<label><input type="${fieldType}" name="${name}"${more} value="${escape(choice)}"${given.includes(choice) ? ' checked' : ''}>${escape(choice)}</label>`,
		);
		return `<fieldset><legend>${label}</legend>${boxes.join('')}</fieldset>`;
	}
	const option = (choice: string) =>
		`<option${choice === written ? ' selected' : ''} value="${escape(choice)}">${escape(choice)}</option>`;
	const inputs = {
		dropdown: () => `<select name="${name}"${required}>${['', ...choices].map(option).join('')}</select>`,
		textarea: () => `<textarea name="${name}" maxlength="${MOST_LETTERS}"${required}>${escape(written)}</textarea>`,
		file: () => `<input name="${name}" type="file" multiple${required}>`,
		// A password that was sent is not written into a page.
		password: () => `<input name="${name}" type="password" autocomplete="off"${required}>`,
		number: () => `<input name="${name}" type="number" step="any"${required} value="${escape(written)}">`,
	};
	const isSpecial = (kind: string): kind is keyof typeof inputs => Object.hasOwn(inputs, kind);
	const input = isSpecial(fieldType)
		? inputs[fieldType]()
		: `<input name="${name}" type="${fieldType}"${required} value="${escape(written)}">`;
	return `<label><span>${label}</span>${input}</label>`;
}

export const inputsOf = (elements: readonly FormElement[], texts: Sent['texts']): string =>
	elements.map((element, index) => inputOf(element, nameOf(index), textsOf(texts[nameOf(index)]))).join('');

/** A day that there is: of 31 February JavaScript makes another one, or none. */
const isDay = (text: string): boolean =>
	/^\d{4}-\d\d-\d\d$/.test(text) && new Date(text).toJSON()?.startsWith(text) === true;

/** Whether what was written is of the element's kind; the browser has asked the same, but need not have. */
function fits({ fieldType, choices = [] }: FormElement, texts: string[]): boolean {
	const [text = ''] = texts;
	if (fieldType === 'checkbox') return texts.every((one) => choices.includes(one));
	if (fieldType === 'dropdown' || fieldType === 'radio') return choices.includes(text);
	if (fieldType === 'number') return Number.isFinite(Number(text));
	if (fieldType === 'date') return isDay(text);
	if (fieldType === 'email' && !/^[^\s@]+@[^\s@]+$/.test(text)) return false;
	return !isTooLong(text);
}

type Answer = string | number | string[] | object[] | null;

/** What a form says: the values by their labels, and the files. */
export interface Filled {
	answer: Record<string, Answer>;
	/** Uploaded files by the label of their element. */
	files: Record<string, readonly SentFile[]>;
}

function valueOf({ fieldType, fieldValue }: FormElement, texts: string[], files: readonly SentFile[]): Answer {
	const [text] = texts;
	if (fieldType === 'hiddenField') return fieldValue ?? null;
	if (fieldType === 'file') return files.map(({ filename, mimetype, size }) => ({ filename, mimetype, size }));
	if (fieldType === 'checkbox') return texts;
	return text === undefined ? null : fieldType === 'number' ? Number(text) : text;
}

/** The values by their labels, or what is wrong with one; one that nobody filled in is null, as in n8n's forms. */
export function readInputs(
	elements: readonly FormElement[],
	{ texts: given, files: sent }: Sent,
	say: Say,
): Filled | { problem: string } {
	const answer: Array<[string, Answer]> = [];
	const uploaded: Array<[string, readonly SentFile[]]> = [];
	for (const [index, element] of elements.entries()) {
		const { fieldLabel, fieldType, requiredField } = element;
		const texts = textsOf(given[nameOf(index)]);
		const files = fieldType === 'file' ? (sent[nameOf(index)] ?? []) : [];
		const isThere = fieldType === 'file' ? files.length > 0 : texts.length > 0;
		if (requiredField && fieldType !== 'hiddenField' && !isThere) return { problem: say('missing') + fieldLabel };
		if (texts.length > 0 && fieldType !== 'hiddenField' && fieldType !== 'file' && !fits(element, texts))
			return { problem: say('wrong') + fieldLabel };
		answer.push([fieldLabel, valueOf(element, texts, files)]);
		if (files.length > 0) uploaded.push([fieldLabel, files]);
	}
	return { answer: Object.fromEntries(answer), files: Object.fromEntries(uploaded) };
}
