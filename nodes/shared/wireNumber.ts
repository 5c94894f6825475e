import { InputError } from '../runtime/operation';

/**
 * Digits → the number that the legacy API wants. One beyond 2^53 goes out as its digits too, since a `bigint` keeps them.
 * @param field displayName of the field, for the error.
 */
export function wireNumber(field: string, digits: string): number | bigint {
	if (!/^\d+$/.test(digits)) throw new InputError(field, `"${digits}" is not a number`, `“${digits}”不是数字`);
	const number = Number(digits);
	return Number.isSafeInteger(number) ? number : BigInt(digits);
}
