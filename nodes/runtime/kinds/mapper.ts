import { isObject, type Json } from '../../protocol/json';
import type { Column, Field, Mapped, Reading } from '../field';
import { InputError } from '../inputError';
import type { Kind, ReadField } from './kind';
import { parsedJson } from './json';
import { hiddenUntilChosen } from './untilChosen';

/** The values as the form, a model or the item gives them, and the columns that tell an existing entry. */
interface Raw {
	automatic: boolean;
	values: Json;
	match: string[];
}

const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);

/** n8n's own shape; from an AI tool or an expression also a plain object of values, or its JSON text. */
function rawOf({ displayName }: Field, raw: unknown): Raw {
	const given = parsedJson(displayName, raw ?? {});
	if (!isObject(given))
		throw new InputError(displayName, 'must be an object of columns and values', '应为“列: 值”的对象');
	if (!('mappingMode' in given) && !('value' in given)) return { automatic: false, values: given, match: [] };
	const value = parsedJson(displayName, given.value ?? {});
	return {
		automatic: given.mappingMode === 'autoMapInputData',
		values: isObject(value) ? value : {},
		match: texts(given.matchingColumns),
	};
}

/** A key of the item means a column by its id or its name, blanks around it or not. */
function columnOf(columns: readonly Column[], key: string): Column | undefined {
	return (
		columns.find(({ id }) => id === key) ??
		columns.find(({ name }) => name === key) ??
		columns.find(({ id, name }) => [id.trim(), name.trim()].includes(key.trim()))
	);
}

function refuseStranger({ displayName }: Field, key: string, columns: readonly Column[]): never {
	const names = columns.filter(({ readOnly }) => !readOnly).map(({ name }) => name);
	throw new InputError(
		displayName,
		`there is no column "${key}". It has: ${names.join(', ')}`,
		`没有名为“${key}”的列。可用的列：${names.join('、')}`,
	);
}

async function neededBy(field: Field, reading: Reading, read: ReadField): Promise<Json> {
	const needs: Json = {};
	for (const need of field.mapper?.needs ?? []) {
		const raw = need.under === 'options' ? optionsOf(reading)[need.name] : reading.parameter(need.name, need.default);
		needs[need.name] = await read(need, raw, reading);
	}
	return needs;
}

const optionsOf = ({ parameter }: Reading): Json => {
	const options = parameter('options', {});
	return isObject(options) ? options : {};
};

async function convert(
	field: Field,
	{ automatic, values, match }: Raw,
	reading: Reading,
	known: readonly Column[],
): Promise<Mapped> {
	const columns: Json = {};
	const strange: Json = {};
	for (const [key, value] of Object.entries(automatic ? reading.item() : values)) {
		if (value === undefined) continue;
		const column = columnOf(known, key);
		if (!column) {
			if (!automatic || field.mapper?.strangers === 'refuse') refuseStranger(field, key, known);
			strange[key] = value;
			continue;
		}
		if (column.readOnly) {
			if (automatic || value === null || value === '') continue;
			throw new InputError(column.name, 'is computed by DingTalk and cannot be written', '由钉钉自动计算，不能写入');
		}
		const converted = field.mapper?.convert ? await field.mapper.convert(value, column, reading) : value;
		if (converted !== undefined) columns[column.id] = converted;
	}
	return { columns, match: match.map((key) => columnOf(known, key)?.id ?? key), known, strange };
}

/** n8n's resource mapper: columns of a table or fields of a form, filled in one by one or from the item's own keys. */
export const mapper: Kind = {
	properties: (field) => [hiddenUntilChosen(field, field.mapper?.needs)],
	isEmpty: () => false,
	read: async (field, raw, reading, read): Promise<Mapped> => {
		const given = rawOf(field, raw);
		if (reading.trial || !field.mapper)
			return { columns: given.automatic ? reading.item() : given.values, match: given.match, known: [], strange: {} };
		const { mapper: source } = field;
		if (source.optional && !given.automatic && Object.keys(given.values).length === 0)
			return { columns: {}, match: given.match, known: [], strange: {} };
		const needs = await neededBy(field, reading, read);
		// One look-up for all items of the run that mean the same table.
		const known = await reading.api.once(
			`columns of ${field.name} ${JSON.stringify(needs)}`,
			async () => await source.columns(needs, reading.api),
		);
		return await convert(field, given, reading, known);
	},
	sample: () => ({ columns: { name: 'value' }, match: [], known: [], strange: {} }),
};
