import { beginningOf } from '../../protocol/beginning';
import type { Value } from '../../runtime/fieldValues';
import type { formFields } from '../form/customForm';
import { type Say } from '../words';
import { escape } from './html';

export type FormElement = NonNullable<NonNullable<Value<typeof formFields>>['values']>[number];
type Given = Readonly<Record<string, unknown>>;

/** Longest text that is taken, in characters. */
const MOST_LETTERS = 10_000;

const nameOf = (index: number): string => `field-${index}`;

const textsOf = (value: unknown): string[] =>
	(Array.isArray(value) ? value : [value]).flatMap((one: unknown) =>
		typeof one === 'string' && one.trim() !== '' ? [beginningOf(one.trim(), MOST_LETTERS)] : [],
	);

/** One input, with what was written in it before. */
function inputOf(
	{ fieldLabel, fieldType, choices = [], requiredField }: FormElement,
	name: string,
	given: string[],
): string {
	const label = `${escape(fieldLabel)}${requiredField ? ' *' : ''}`;
	const required = requiredField ? ' required' : '';
	const [written = ''] = given;
	if (fieldType === 'checkbox') {
		const boxes = choices.map(
			(choice) =>
				`<label><input type="checkbox" name="${name}" value="${escape(choice)}"${given.includes(choice) ? ' checked' : ''}>${escape(choice)}</label>`,
		);
		return `<fieldset><legend>${label}</legend>${boxes.join('')}</fieldset>`;
	}
	const option = (choice: string) =>
		`<option${choice === written ? ' selected' : ''} value="${escape(choice)}">${escape(choice)}</option>`;
	const input =
		fieldType === 'dropdown'
			? `<select name="${name}"${required}>${['', ...choices].map(option).join('')}</select>`
			: fieldType === 'textarea'
				? `<textarea name="${name}"${required}>${escape(written)}</textarea>`
				: `<input name="${name}" type="${fieldType}"${fieldType === 'number' ? ' step="any"' : ''}${required} value="${escape(written)}">`;
	return `<label><span>${label}</span>${input}</label>`;
}

export const inputsOf = (elements: readonly FormElement[], given: Given): string =>
	elements.map((element, index) => inputOf(element, nameOf(index), textsOf(given[nameOf(index)]))).join('');

/** Whether what was written is of the element's kind; the browser has asked the same, but need not have. */
function fits({ fieldType, choices = [] }: FormElement, texts: string[]): boolean {
	const [text = ''] = texts;
	if (fieldType === 'checkbox' || fieldType === 'dropdown') return texts.every((one) => choices.includes(one));
	if (fieldType === 'number') return Number.isFinite(Number(text));
	if (fieldType === 'date') return /^\d{4}-\d\d-\d\d$/.test(text);
	return fieldType !== 'email' || /^[^\s@]+@[^\s@]+$/.test(text);
}

/** The values by their labels, or what is wrong with one; one that nobody filled in is null, as in n8n's forms. */
export function readInputs(
	elements: readonly FormElement[],
	given: Given,
	say: Say,
): { answer: Record<string, string | number | string[] | null> } | { problem: string } {
	const answer: Record<string, string | number | string[] | null> = {};
	for (const [index, element] of elements.entries()) {
		const { fieldLabel, fieldType, requiredField } = element;
		const texts = textsOf(given[nameOf(index)]);
		const [text] = texts;
		if (requiredField && text === undefined) return { problem: say('missing') + fieldLabel };
		if (text !== undefined && !fits(element, texts)) return { problem: say('wrong') + fieldLabel };
		answer[fieldLabel] =
			fieldType === 'checkbox' ? texts : text === undefined ? null : fieldType === 'number' ? Number(text) : text;
	}
	return { answer };
}
