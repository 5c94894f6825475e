import { isObject, readExact } from '../../protocol/json';
import { InputError } from '../inputError';
import { isBlank, type Kind } from './kind';

/** The value of JSON text; anything else stays as an expression gave it. @throws InputError naming the field. */
export function parsedJson(displayName: string, raw: unknown): unknown {
	if (typeof raw !== 'string') return raw;
	let reason = '';
	try {
		return readExact(raw);
	} catch (error) {
		reason = error instanceof Error ? error.message : '';
	}
	throw new InputError(displayName, `is not valid JSON (${reason})`, `不是有效的 JSON（${reason}）`);
}

export const json: Kind = {
	isEmpty: (_, raw) => isBlank(raw),
	read: ({ displayName }, raw) => parsedJson(displayName, raw),
	sample: ({ default: example }) => {
		const parsed: unknown = typeof example === 'string' && example.trim() !== '' ? JSON.parse(example) : example;
		return isObject(parsed) || (Array.isArray(parsed) && parsed.length > 0) ? parsed : { key: 'value' };
	},
};
