import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';

const ITEM = /(?:^|\s)- (\S.*?)(?=\s- |$|\s\[(?:NOTE|IMPORTANT)\])/g;
const VALUE = /^[`"]?(-?[A-Za-z0-9_.-]{1,40})[`"]?\s*(?:[（(][^）)]*[）)])?\s*[：:]/;
/** Lists of fields, separated values or open lists are no enumerations. */
const NOT_VALUES = /分隔|逗号|字段：|字段有|必传|参数如下|例如|示例|json|自定义(?:值|参数)|[{]/i;
const MOST = 40;

/**
 * The values a parameter takes, if its page lists all of them as `- value：meaning`, with nothing else
 * in the list; undefined when that is not certain or the page's own example is not among them.
 */
export function enumOf(param: DocParam, type: Schema['type']): Schema['enum'] {
	if (type !== 'string' && type !== 'number') return undefined;
	const text = param.description_zh ?? '';
	const start = text.search(/(?:^|\s)- /);
	if (start < 0 || NOT_VALUES.test(text.slice(0, start)) || /[{]/.test(text)) return undefined;
	const found = [...text.matchAll(ITEM)].map((item) => VALUE.exec(item[1])?.[1]);
	if (found.length < 2 || found.length > MOST || found.some((value) => value === undefined)) return undefined;
	const values = [...new Set(found)].map((value) => (type === 'number' ? Number(value) : (value ?? '')));
	if (values.some((value) => Number.isNaN(value))) return undefined;
	const example = param.example?.trim().replace(/^"(.*)"$/, '$1');
	return example && !values.map(String).includes(example) ? undefined : values;
}
