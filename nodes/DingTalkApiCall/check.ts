import type { Schema } from '../catalog/types';
import { isObject } from '../protocol/json';
import { InputError } from '../runtime/operation';
import { parsedJson } from '../runtime/kinds/json';

const kindOf = (value: unknown) =>
	Array.isArray(value)
		? 'list'
		: value === null
			? 'null'
			: isObject(value)
				? 'object'
				: typeof value === 'bigint'
					? 'number'
					: typeof value;

const isNumber = (value: unknown) => typeof value === 'bigint' || (typeof value === 'number' && Number.isFinite(value));
/** A number that has been rounded on its way here: by the form, or by an expression. */
const isRounded = (value: unknown) => Number.isInteger(value) && !Number.isSafeInteger(value);

const expected: Partial<Record<Schema['type'], { test: (value: unknown) => boolean; en: string; zh: string }>> = {
	string: { test: (value) => typeof value === 'string', en: 'text', zh: '文本' },
	number: { test: isNumber, en: 'a number', zh: '数字' },
	boolean: { test: (value) => typeof value === 'boolean', en: 'true or false', zh: 'true 或 false' },
	array: { test: Array.isArray, en: 'a list', zh: '列表' },
	object: { test: isObject, en: 'an object', zh: '对象' },
	map: { test: isObject, en: 'an object', zh: '对象' },
};

/** Refuses names that the operation does not have. `path`: where they stand, `body` or `body.detailUrl`. */
export function refuseUnknown(given: Record<string, unknown>, known: string[], path: string): void {
	const stranger = Object.keys(given).find((name) => !known.includes(name));
	if (stranger === undefined) return;
	const has = known.length > 0 ? `It has: ${known.join(', ')}` : 'It takes none there';
	throw new InputError(
		`${path}.${stranger}`,
		`is no field of this operation. ${has}. What the catalog does not know can be sent with the product Custom Request`,
		`不是此操作的字段。${known.length > 0 ? `可用字段：${known.join('、')}。` : ''}目录中没有的字段可用“自定义请求”发送`,
	);
}

/** A text that holds JSON on the wire, read for its check only. */
function checkText(text: string, schema: Schema, path: string): void {
	if (schema.type !== 'any' && schema.type !== 'string')
		check(parsedJson(path, text), { ...schema, json: undefined }, path);
}

/** Refuses what DingTalk would refuse: missing, of the wrong type, outside the enumeration, unknown. Throws `InputError` naming the field. */
export function check(value: unknown, schema: Schema, path: string): void {
	if (value === undefined || value === null || value === '') {
		if (schema.required) throw new InputError(path, 'is empty, but DingTalk needs it', '为空，但钉钉要求必填');
		return;
	}
	if (schema.json && typeof value === 'string') return checkText(value, schema, path);
	const wanted = expected[schema.type];
	// What begins like JSON and is still text could not be read.
	if (wanted && typeof value === 'string' && /^\s*[[{]/.test(value) && !wanted.test(value)) parsedJson(path, value);
	if (wanted && !schema.json && !wanted.test(value))
		throw new InputError(
			path,
			schema.time
				? `must be a date and time, but is "${String(value)}"`
				: `must be ${wanted.en}, but is ${kindOf(value)}`,
			schema.time ? '不是有效的日期时间' : `应为${wanted.zh}`,
		);
	if (schema.type === 'number' && isRounded(value))
		throw new InputError(
			path,
			`has more digits than a number holds, and came as ${String(value)}: give its digits as text, by switching the field to Expression or as JSON`,
			`位数超出数字的精度，已变为 ${String(value)}：请将字段切换为“表达式”以文本填写，或使用 JSON`,
		);
	if (schema.enum && !schema.enum.some((allowed) => String(allowed) === String(value)))
		throw new InputError(
			path,
			`must be one of ${schema.enum.join(', ')}, but is "${String(value)}"`,
			`只能是 ${schema.enum.join('、')}`,
		);
	const { items, properties } = schema;
	if (Array.isArray(value) && items)
		for (const [index, entry] of value.entries()) check(entry, items, `${path}[${index}]`);
	if (!isObject(value)) return;
	if (properties) {
		refuseUnknown(value, Object.keys(properties), path);
		for (const [name, member] of Object.entries(properties)) check(value[name], member, `${path}.${name}`);
	} else if (schema.type === 'map' && items)
		for (const [name, member] of Object.entries(value)) check(member, items, `${path}.${name}`);
}
