import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';

/*
 * The values of a parameter stand in its description, in three ways: as a list (`- 0：甲 - 1：乙`), as a list the other way round
 * (`- 甲：A - 乙：B`), or in one line (`取值：a（甲）、b（乙）`). A list with anything in it that could be a value and cannot be
 * read gives no enumeration: half of one would refuse what DingTalk takes.
 */

const VALUE = '-?[A-Za-z0-9][A-Za-z0-9_.,-]{0,39}';
const QUOTE = '[`\'"“”‘’]?';
const ASIDE = '(?:[（(][^）)]*[）)])?';
/** `0：甲`, `up 向上取整`, `entry 表示…`, `0-默认`, or the value alone. */
const FIRST = new RegExp(
	`^${QUOTE}(${VALUE})${QUOTE}\\s*${ASIDE}\\s*(?:[：:]|$|(?:表示|代表)|(?<=\\d)-(?=\\p{Script=Han}))`,
	'u',
);
const SPACED = new RegExp(`^(${VALUE})\\s+(?=\\p{Script=Han}[^ ]*$)`, 'u');
const LAST = new RegExp(`^\\p{Script=Han}{1,12}[：:]\\s*(${VALUE})$`, 'u');

/** Before a list: what follows are fields, separated values, examples, or values for one case only. */
const NOT_VALUES =
	/分隔|逗号|字段：|字段有|必传字段|(?<!具体)参数如下|例如[^。]*$|示例(?!结果)|json|自定义(?:值|参数)|携带|取值为[^，]*时|[{]/i;
/** Beside a list: there are other values, or several at once. */
const MORE_VALUES = /分隔|逗号|自定义|新增/;
/** Points of a right that some values stand for, listed under them. */
const POINT = /^\w+Enum\.\w+/;
const DATE = /^\d{4}-\d\d/;
const NOTE = /\s*\[(?:NOTE|IMPORTANT)\]\s*/;
const MOST = 40;

const valueFirst = (item: string) => FIRST.exec(item)?.[1] ?? SPACED.exec(item)?.[1];

/** Items of the list in a text, and what stands before it. What is listed after a note counts where it is a value. */
function itemsOf(text: string): { before: string; items: string[] } {
	const [before = '', ...pieces] = ` ${text}`.split(/\s- /);
	const items = pieces.map((piece) => (piece.split(NOTE)[0] ?? '').replace(/[，,；;。\s]+$/, '').trim());
	const note = pieces.findIndex((piece) => NOTE.test(piece));
	const counts = (item: string, at: number) =>
		item !== '' && !POINT.test(item) && (note < 0 || at <= note || valueFirst(item) !== undefined);
	return { before, items: items.filter(counts) };
}

/** Whether words that stand among the values are about them, and no value that could not be read. */
const isRemark = (item: string, found: string[]) =>
	/^\p{Script=Han}/u.test(item) || (/\p{Script=Han}/u.test(item) && found.some((value) => item.includes(value)));

/** Values of a list, their remarks before or behind them. */
function listed(text: string): string[] | undefined {
	const { before, items } = itemsOf(text);
	if (items.length === 0 || NOT_VALUES.test(before)) return undefined;
	const turned = items.map((item) => LAST.exec(item)?.[1]);
	if (turned.every((value) => value !== undefined)) return turned;
	const values = items.map(valueFirst);
	const found = values.filter((value) => value !== undefined);
	const remarks = items.filter((_, at) => values[at] === undefined);
	const inside = values.slice(values.findIndex(Boolean), values.findLastIndex(Boolean));
	if (inside.includes(undefined) || values.indexOf(found[0]) > 1) return undefined;
	if (!remarks.every((item) => isRemark(item, found) && !MORE_VALUES.test(item))) return undefined;
	// `当a为…`: a is a parameter, not a value of one.
	return found.some((value) => new RegExp(`(?<![\\w.-])${value.replace(/\./g, '\\.')}\\s*(?:为|是|=)`).test(text))
		? undefined
		: found;
}

const INLINE_START = /(?:可?取值(?:包括)?|可选值?|要求)[：:。]?\s*为?/;
const INLINE = new RegExp(
	`^[\\s、，,;；。*]*(?:或者?)?\\s*(?:\`([^\`]+)\`|${QUOTE}(${VALUE})${QUOTE})\\s*(?:[：:-]\\s*\\p{Script=Han}+)?${ASIDE}(?=[\\s、，,;；。]|或|$)`,
	'u',
);

/** Values in one line. */
function inLine(text: string): string[] {
	const start = INLINE_START.exec(text);
	let rest = start ? text.slice(start.index + start[0].length) : '';
	const found: string[] = [];
	for (let next = INLINE.exec(rest); next; next = INLINE.exec(rest)) {
		found.push(next[1] ?? next[2] ?? '');
		rest = rest.slice(next[0].length);
	}
	return found;
}

/** How many letters to change, add or leave out to make one word of the other. */
function distance(a: string, b: string): number {
	let row = [...b].map((_, at) => at + 1);
	for (const [at, letter] of [...a].entries()) {
		let before = at;
		let left = at + 1;
		row = row.map((above, to) => {
			const best = Math.min(above + 1, left + 1, before + (letter === b[to] ? 0 : 1));
			before = above;
			return (left = best);
		});
	}
	return row.at(-1) ?? a.length;
}

/** Words that stand for any value. */
const PLACEHOLDER = /^(abc|string|x{2,})$/i;

/** Whether an example of a page goes with the values: one of them, all of them (`y/n`), one of them misspelt, or no value at all. */
export function agrees(example: unknown, values: string[]): boolean {
	const text = String(example ?? '')
		.trim()
		.replace(/^"(.*)"$/, '$1');
	if (text === '' || text === 'null' || PLACEHOLDER.test(text) || values.includes(text)) return true;
	const several = text.split(/[/|]/);
	if (several.length > 1 && several.every((one) => values.includes(one))) return true;
	return text.length >= 4 && values.some((value) => value.length >= 4 && distance(text, value) <= 2);
}

/**
 * The values a parameter takes, if its page lists them all; undefined when that is not certain or the page's own example says
 * otherwise.
 */
export function enumOf(param: DocParam, type: Schema['type']): Schema['enum'] {
	if (type !== 'string' && type !== 'number') return undefined;
	const text = (param.description_zh ?? '').replace(/```|`(?=[\w-]+`)|(?<=[\w-])`/g, '').trim();
	const found = listed(text) ?? inLine(param.description_zh ?? '');
	const values = [...new Set(found)];
	if (values.length < 2 || values.length > MOST || values.some((value) => DATE.test(value))) return undefined;
	if (values.join() === 'key,value' || !agrees(param.example, values)) return undefined;
	if (type === 'string') return values;
	const numbers = values.map(Number);
	return numbers.some(Number.isNaN) ? undefined : numbers;
}
