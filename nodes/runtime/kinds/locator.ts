import type { Field } from '../field';
import { InputError } from '../inputError';
import { locatorValue } from '../locatorValue';
import { splitList } from '../people';
import { atMost, isBlank, shown, type Kind } from './kind';
import { moreLocators } from './more';
import { checkedText } from './text';

const looksLikeLink = (text: string) => /^https?:\/\//i.test(text);

/** The id that a locator means: a pasted link becomes the id in it. @throws InputError for a link to something else. */
function idIn(field: Field, raw: unknown): string {
	const text = String(locatorValue(raw)).trim();
	if (!looksLikeLink(text)) return checkedText({ ...field, id: true }, text);
	const id = field.url
		?.exec(text)
		?.slice(1)
		.find((group) => group !== undefined);
	if (id !== undefined) return decodeURIComponent(id);
	throw new InputError(
		field.displayName,
		field.url ? `this link leads to something else: ${shown(text)}` : `wants an ID, not a link: ${shown(text)}`,
		field.url ? `该链接指向其他内容：${shown(text)}` : `请填写 ID 而不是链接：${shown(text)}`,
	);
}

const isListed = (raw: unknown) => Array.isArray(locatorValue(raw)) || typeof locatorValue(raw) === 'string';

/** A thing of DingTalk: chosen from a list, by its ID, or by a link to it. */
export const locator: Kind = {
	properties: (field) => (field.many ? [field, moreLocators(field)] : [field]),
	isEmpty: (field, raw) =>
		field.many && Array.isArray(raw) ? raw.every((entry) => isBlank(locatorValue(entry))) : isBlank(locatorValue(raw)),
	untouched: ({ many }) => (many ? [] : undefined),
	read: (field, raw) => {
		if (!field.many) return idIn(field, raw);
		const given: unknown[] = Array.isArray(raw) ? raw : [raw];
		const entries = given
			.filter((entry) => !isBlank(locatorValue(entry)))
			.flatMap((entry) => (isListed(entry) ? splitList(locatorValue(entry)) : [String(locatorValue(entry))]));
		return atMost(field, [...new Set(entries.map((entry) => idIn(field, entry)))]);
	},
	sample: ({ many, digits }) => (many ? (digits ? ['1', '2'] : ['id1', 'id2']) : digits ? '1' : 'id1'),
};
