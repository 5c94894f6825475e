import type { Schema } from '../catalog/types';
import { InputError } from '../runtime/operation';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : value === null ? 'null' : typeof value === 'object' ? 'object' : typeof value);

const expected: Partial<Record<Schema['type'], { test: (value: unknown) => boolean; en: string; zh: string }>> = {
	string: { test: (value) => typeof value === 'string', en: 'text', zh: '文本' },
	number: { test: (value) => typeof value === 'number' && Number.isFinite(value), en: 'a number', zh: '数字' },
	boolean: { test: (value) => typeof value === 'boolean', en: 'true or false', zh: 'true 或 false' },
	array: { test: Array.isArray, en: 'a list', zh: '列表' },
	object: { test: isObject, en: 'an object', zh: '对象' },
	map: { test: isObject, en: 'an object', zh: '对象' },
};

/**
 * A value made to fit its schema where that loses nothing: "5" for a number, 5 for text, "true" for a boolean,
 * JSON text for lists and objects, one entry for a list. Everything else stays, for `check` to refuse.
 */
export function fit(value: unknown, schema: Schema): unknown {
	if (typeof value === 'string' && schema.type !== 'string' && schema.type !== 'any' && schema.type !== 'file') {
		const text = value.trim();
		if (schema.type === 'number') return text !== '' && Number.isFinite(Number(text)) ? Number(text) : value;
		if (schema.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : value;
		if (/^[[{]/.test(text)) return fit(parsed(text), schema);
		return schema.type === 'array' ? fit(text.split(/[,，\n]/).map((entry) => entry.trim()).filter(Boolean), schema) : value;
	}
	if (schema.type === 'string' && (typeof value === 'number' || typeof value === 'boolean')) return String(value);
	if (Array.isArray(value) && schema.items) return value.map((entry) => (schema.items ? fit(entry, schema.items) : entry));
	if (isObject(value) && schema.type === 'object' && schema.properties) {
		const members = schema.properties;
		return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, members[name] ? fit(member, members[name]) : member]));
	}
	return value;
}

function parsed(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return text;
	}
}

function checkMembers(value: Record<string, unknown>, members: Record<string, Schema>, path: string): void {
	for (const name of Object.keys(value)) {
		if (members[name]) continue;
		throw new InputError(`${path}.${name}`, `is no field of this operation. It has: ${Object.keys(members).join(', ')}`, `不是此操作的字段。可用字段：${Object.keys(members).join('、')}`);
	}
	for (const [name, member] of Object.entries(members)) check(value[name], member, `${path}.${name}`);
}

/** Refuses what DingTalk would refuse: missing, of the wrong type, outside the enumeration, unknown. Throws `InputError` naming the field. */
export function check(value: unknown, schema: Schema, path: string): void {
	if (value === undefined || value === null || value === '') {
		if (schema.required) throw new InputError(path, 'is empty, but DingTalk needs it', '为空，但钉钉要求必填');
		return;
	}
	const wanted = expected[schema.type];
	if (wanted && !wanted.test(value)) throw new InputError(path, `must be ${wanted.en}, but is ${kindOf(value)}`, `应为${wanted.zh}`);
	if (schema.enum && !schema.enum.some((allowed) => String(allowed) === String(value)))
		throw new InputError(path, `must be one of ${schema.enum.join(', ')}, but is "${String(value)}"`, `只能是 ${schema.enum.join('、')}`);
	if (Array.isArray(value) && schema.items) for (const [index, entry] of value.entries()) check(entry, schema.items, `${path}[${index}]`);
	if (isObject(value) && schema.properties) checkMembers(value, schema.properties, path);
}
