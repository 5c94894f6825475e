import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';

type Time = NonNullable<Schema['time']>;

/** How a page writes each form down, longest first: what one names is taken out before the next is looked for. */
const WRITTEN: Array<[Time | undefined, RegExp]> = [
	['iso', /y{4}-MM-dd'?T'?HH:mm(:ss)?(\.S+)?'?[Z+]?|iso ?-?8601|RFC ?3339|\d{4}-\d\d-\d\dT\d\d:\d\d\S*/gi],
	['chinaTime', /y{4}-MM-dd HH:mm:ss|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d/gi],
	[undefined, /y{4}-MM-dd HH:mm|\d{4}-\d\d-\d\d \d\d:\d\d|\d{4}-\d\d-\d\d [AP]M/gi],
	['chinaDate', /y{4}-MM-dd|\d{4}-\d\d-\d\d/gi],
	['chinaDay', /y{4}MMdd|(?<!\d)20[12]\d[01]\d[0-3]\d(?!\d)/gi],
	[undefined, /y{4}-?MM(?!dd)/gi],
];

const TIMELY = /时间|日期|时刻|生日|截止|起始|time|date|gmt|stamp|deadline|expire|begin|start|end|birthday|_at$|At$/i;
const DURATION = /千分之一|时长|间隔|多久|提前|超时|天数|分钟|小时|offset|duration|interval|timeout|zone/i;

const SEVERAL = /支持[^。]*格式/;

/** The one form that a text names; undefined when it names none, or several. */
function written(text: string): Time | undefined {
	const found = new Set<Time | undefined>();
	let rest = text;
	for (const [form, pattern] of WRITTEN) {
		const without = rest.replace(pattern, ' ');
		if (without !== rest) found.add(form);
		rest = without;
	}
	return found.size === 1 ? [...found][0] : undefined;
}

/** The form of an example value. */
function shown(value: unknown): Time | undefined {
	const text = String(value ?? '')
		.trim()
		.replace(/^"(.*)"$/, '$1');
	if (/^1\d{12}$/.test(text)) return 'ms';
	if (/^1\d{9}$/.test(text)) return 's';
	return /^\d{4}-?\d\d-?\d\d/.test(text) ? written(text) : undefined;
}

/** Whether a value of this type can have this form. */
const fits = ({ type }: Schema, form: Time) => (type === 'number' ? form === 'ms' || form === 's' : type === 'string');

/** Epoch units that a description names. */
function unit(text: string): Time | undefined {
	if (!/时间戳|unix|毫秒/i.test(text)) return undefined;
	if (/毫秒/.test(text)) return 'ms';
	return /秒/.test(text) ? 's' : undefined;
}

/** The form that an example alone shows. */
export function timeByExample(name: string, schema: Schema, examples: unknown[] = [schema.example]): Time | undefined {
	const form = examples.map(shown).find((one) => one !== undefined);
	return form && fits(schema, form) && TIMELY.test(name) && !DURATION.test(name) ? form : undefined;
}

/**
 * How a parameter writes a moment: told by its page's words, else by its examples; undefined when it is none, or takes
 * several forms.
 */
export function timeOf(
	{ name, description_zh = '', example }: Pick<DocParam, 'name' | 'description_zh' | 'example'>,
	schema: Schema,
	inRequest: unknown,
): Time | undefined {
	if (schema.type !== 'number' && schema.type !== 'string') return undefined;
	const text = description_zh.replace(/`/g, '').replace(/YYYY/g, 'yyyy').replace(/DD/g, 'dd');
	if (SEVERAL.test(text)) return undefined;
	if (
		!TIMELY.test(`${name} ${text.split(/[。\n]/)[0]}`) ||
		(DURATION.test(`${name} ${text.split(/[。，\n]/)[0]}`) && !/时间戳/.test(text))
	)
		return undefined;
	const told = schema.type === 'string' ? (written(text) ?? unit(text)) : unit(text);
	const form = told ?? [example, inRequest].map(shown).find((one) => one !== undefined);
	return form && fits(schema, form) ? form : undefined;
}
