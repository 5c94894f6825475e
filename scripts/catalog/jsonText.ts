import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';

const SAYS_JSON = /json(?!_)[\s\p{Script=Han}]*(?:字符串|串|格式|结构体|数组)|(?:json|JSON)格式|格式为json/iu;

/**
 * The shape of a text parameter that holds JSON, by the page's words or its example; undefined when it is plain text.
 */
export function jsonText(param: DocParam): Schema | undefined {
	if (param.type !== 'String') return undefined;
	const example = (param.example ?? '').trim().replace(/^"/, '').replace(/\\"/g, '"');
	if (/^\{\s*"/.test(example)) return { type: 'object', json: true };
	if (/^\[\s*["{]/.test(example)) return { type: 'array', json: true };
	return SAYS_JSON.test(param.description_zh ?? '') ? { type: 'any', json: true } : undefined;
}
