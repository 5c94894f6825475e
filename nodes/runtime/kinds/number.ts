import type { Field } from '../field';
import { InputError } from '../inputError';
import { isBlank, shown, type Kind } from './kind';

function refuse({ displayName }: Field, en: string, zh: string): never {
	throw new InputError(displayName, en, zh);
}

/** One number, within the field's bounds. Text of a number is one; what would lose digits is not. */
export function checkedNumber(field: Field, raw: unknown): number {
	const number = typeof raw === 'string' || typeof raw === 'number' ? Number(raw) : NaN;
	if (!Number.isFinite(number)) refuse(field, `is not a number: "${shown(raw)}"`, `不是数字：“${shown(raw)}”`);
	if (typeof raw === 'string' && /^\s*-?\d+\s*$/.test(raw) && !Number.isSafeInteger(number))
		refuse(field, `has too many digits for a number: "${shown(raw)}"`, `数字位数过多：“${shown(raw)}”`);
	const { minValue, maxValue, numberPrecision } = field.typeOptions ?? {};
	if (minValue !== undefined && number < minValue)
		refuse(field, `must be at least ${minValue}, but is ${number}`, `不能小于 ${minValue}，当前为 ${number}`);
	if (maxValue !== undefined && number > maxValue)
		refuse(field, `must be at most ${maxValue}, but is ${number}`, `不能大于 ${maxValue}，当前为 ${number}`);
	if (numberPrecision === 0 && !Number.isInteger(number))
		refuse(field, `must be a whole number, but is ${number}`, `须为整数，当前为 ${number}`);
	return number;
}

export const number: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	read: (field, raw) =>
		field.typeOptions?.multipleValues
			? (Array.isArray(raw) ? raw : [raw]).map((entry: unknown) => checkedNumber(field, entry))
			: checkedNumber(field, raw),
	sample: ({ typeOptions }) => {
		const one = Math.max(1, Number(typeOptions?.minValue ?? 1));
		return typeOptions?.multipleValues ? [one] : one;
	},
};
