import { InputError } from '../runtime/operation';

/**
 * Digits → the number that the legacy API wants. Beyond 2^53 a JavaScript number would lose digits: then the text goes out as it is.
 * @param field displayName of the field, for the error.
 */
export function wireNumber(field: string, digits: string): number | string {
	if (!/^\d+$/.test(digits)) throw new InputError(field, `"${digits}" is not a number`, `“${digits}”不是数字`);
	const number = Number(digits);
	return Number.isSafeInteger(number) ? number : digits;
}
