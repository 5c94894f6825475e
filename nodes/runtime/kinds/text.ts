import { asText } from '../../protocol/json';
import type { Field } from '../field';
import { InputError } from '../inputError';
import { isBlank, shown, type Kind } from './kind';

/** An id has no blanks around it, wherever it was copied from. */
const isId = ({ id, digits, fallback }: Field) => id === true || digits === true || fallback !== undefined;

/** Characters as a person counts them: an emoji is one. */
export const lengthOf = (text: string): number => {
	let length = 0;
	for (const letter of text) length += letter === '' ? 0 : 1;
	return length;
};

/** The checks of a text field. @throws InputError naming the field. */
export function checkedText(field: Field, value: unknown): string {
	const written = asText(value);
	const text = isId(field) ? written.trim() : written;
	const { displayName, maxLength, digits, pattern } = field;
	if (maxLength !== undefined && text.length > maxLength && lengthOf(text) > maxLength)
		throw new InputError(
			displayName,
			`has ${lengthOf(text)} characters; DingTalk accepts at most ${maxLength}`,
			`有 ${lengthOf(text)} 个字符，钉钉最多接受 ${maxLength} 个`,
		);
	if (digits && !/^\d+$/.test(text))
		throw new InputError(displayName, `"${shown(text)}" is not a number`, `“${shown(text)}”不是数字`);
	if (pattern && !pattern.test.test(text))
		throw new InputError(displayName, `${pattern.en}: "${shown(text)}"`, `${pattern.zh}：“${shown(text)}”`);
	return text;
}

/** Several values in one field (n8n's "multiple values"). */
const isSeveral = ({ typeOptions }: Field) => typeOptions?.multipleValues === true;

export const text: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	read: (field, raw, { password }) => {
		if (field.typeOptions?.password === true) password?.(String(raw).trim());
		return isSeveral(field) && Array.isArray(raw)
			? raw.map((entry: unknown) => checkedText(field, entry))
			: isSeveral(field)
				? [checkedText(field, raw)]
				: checkedText(field, raw);
	},
	sample: (field) => (isSeveral(field) ? ['one', 'two'] : field.digits ? '1' : 'text'),
};
