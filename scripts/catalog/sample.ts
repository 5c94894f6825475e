import type { Schema } from '../../nodes/catalog/types';

const SECRET = /secret|token|password|accesskey|signature|aes_?key|auth_?code|ticket/i;
const LONGEST = 40;
const LONGEST_CHINESE = 12;

/**
 * An example value worth shipping: short, of the declared type, no placeholder, no sentence, nothing
 * that looks like a secret. Pages write all examples as text, so `"10"` becomes 10 where the type is number.
 */
export function sample(name: string, type: Schema['type'], written: unknown): unknown {
	if (written === null || written === undefined || SECRET.test(name)) return undefined;
	if (typeof written === 'object') return undefined;
	// Examples of the SDK go on with what its generator asked: "0\n\n**if can be null:**\ntrue".
	const text = String(written)
		.replace(/\n+\*\*if can be null:\*\*[^]*$/, '')
		.trim()
		.replace(/^"(.*)"$/, '$1');
	if (text === '' || text === 'null' || text.length > LONGEST) return undefined;
	if (type === 'number') return /^-?\d{1,15}(\.\d+)?$/.test(text) ? Number(text) : undefined;
	if (type === 'boolean') return text === 'true' ? true : text === 'false' ? false : undefined;
	if (type !== 'string') return undefined;
	const chinese = text.match(/\p{Script=Han}/gu)?.length ?? 0;
	return chinese > LONGEST_CHINESE || /[。；，\n]|^[备可]选值/.test(text) ? undefined : text;
}
