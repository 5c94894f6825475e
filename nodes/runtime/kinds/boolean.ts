import { InputError } from '../inputError';
import { isBlank, shown, type Kind } from './kind';

/** What expressions, tables and models write for yes and no. */
const WORDS = new Map<string, boolean>([
	['true', true],
	['1', true],
	['yes', true],
	['false', false],
	['0', false],
	['no', false],
]);

export const boolean: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	untouched: () => false,
	read: (field, raw) => {
		const read = typeof raw === 'boolean' ? raw : WORDS.get(String(raw).trim().toLowerCase());
		if (read !== undefined) return read;
		throw new InputError(
			field.displayName,
			`must be true or false, but is "${shown(raw)}"`,
			`只能是 true 或 false，当前为“${shown(raw)}”`,
		);
	},
	sample: () => true,
};
