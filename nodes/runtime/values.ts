import { displayParameter, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import type { FilePart } from '../protocol/request';
import type { Field, FieldGroup, Values } from './field';
import { toMoment } from './moment';
import { InputError } from './operation';
import { asNamed, personRefs, splitList, type People } from './people';
import { moreOf } from './resource';

/** Everything outside the fields that reading one item's values needs. */
export interface Reading {
	/** The parameter's value for this item, expressions evaluated. */
	parameter: (name: string, fallback: unknown) => unknown;
	node: Pick<INode, 'typeVersion'>;
	/** IANA name; zone-less times are in it. */
	timezone: string;
	credential: Readonly<Record<string, unknown>>;
	people: Pick<People, 'idOf'>;
	/** The item's file in a binary property. */
	binary: (property: string) => Promise<FilePart>;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
const isEmpty = (value: unknown) =>
	value === undefined ||
	value === null ||
	(typeof value === 'string' && value.trim() === '') ||
	(Array.isArray(value) && value.length === 0);
const isGroup = (option: unknown): option is FieldGroup => isObject(option) && Array.isArray(option.values);
const isField = (option: unknown): option is Field => isObject(option) && 'type' in option && 'displayName' in option;

/** Names of the credential's fields, for the sentence that says where a missing value may be given. */
const credentialFields: Record<NonNullable<Field['fallback']>, string> = {
	agentId: 'Agent ID',
	robotCode: 'Robot Code',
	defaultOperator: 'Default Operator',
	corpId: 'Corp ID',
	callbackToken: 'Callback Token',
	callbackAesKey: 'Callback AES Key',
};

function refuseMissing(field: Field): never {
	const elsewhere = field.fallback ? credentialFields[field.fallback] : undefined;
	throw new InputError(
		field.displayName,
		elsewhere
			? `is empty. Fill it in here, or fill in "${elsewhere}" of the DingTalk credential`
			: 'is empty, but DingTalk needs it',
		elsewhere ? `为空。请在此处填写，或在钉钉凭证中填写“${elsewhere}”` : '为空，但钉钉要求必填',
	);
}

function text(field: Field, value: unknown): string {
	const written = typeof value === 'object' ? JSON.stringify(value) : String(value);
	if (field.maxLength !== undefined && [...written].length > field.maxLength)
		throw new InputError(
			field.displayName,
			`has ${[...written].length} characters; DingTalk accepts at most ${field.maxLength}`,
			`有 ${[...written].length} 个字符，钉钉最多接受 ${field.maxLength} 个`,
		);
	return written;
}

function json(field: Field, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	try {
		return JSON.parse(value);
	} catch (error) {
		const reason = error instanceof Error ? error.message : '';
		return new InputError(field.displayName, `is not valid JSON (${reason})`, `不是有效的 JSON（${reason}）`);
	}
}

function number(field: Field, value: unknown): number {
	const read = Number(value);
	if (!Number.isFinite(read))
		throw new InputError(field.displayName, `is not a number: "${String(value)}"`, `不是数字：“${String(value)}”`);
	return read;
}

function moment(field: Field, value: unknown, timezone: string): number {
	const read = toMoment(value, timezone);
	if (read === undefined || !Number.isFinite(read))
		throw new InputError(
			field.displayName,
			`is not a date and time: "${String(value)}"`,
			`不是有效的日期时间：“${String(value)}”`,
		);
	return read;
}

function list<T>(field: Field, entries: T[]): T[] {
	if (field.maxItems !== undefined && entries.length > field.maxItems)
		throw new InputError(
			field.displayName,
			`has ${entries.length} entries; DingTalk accepts at most ${field.maxItems}`,
			`有 ${entries.length} 项，钉钉最多接受 ${field.maxItems} 项`,
		);
	return entries;
}

async function people(field: Field, value: unknown, { people: directory }: Reading): Promise<string | string[]> {
	const refs = personRefs(value);
	const ids = await Promise.all(refs.map(async (ref) => await directory.idOf(ref, field.person ?? 'userId')));
	return field.many ? list(field, [...new Set(ids)]) : (ids[0] ?? '');
}

/** A locator that means no person: its value, whatever the mode. */
const locatorValue = (value: unknown) => (isObject(value) && 'value' in value ? value.value : value);

function emptyAsGiven(field: Field, value: unknown): boolean {
	if (field.list) return splitList(locatorValue(value)).length === 0;
	if (field.type !== 'resourceLocator') return isEmpty(value);
	return isEmpty(locatorValue(value)) || (field.person !== undefined && personRefs(value).length === 0);
}

/** What an untouched optional field gives: lists are empty lists, everything else is left out. */
function untouched(field: Field): unknown {
	if (field.many || field.list || field.type === 'multiOptions') return [];
	return field.type === 'collection' || field.type === 'fixedCollection' ? {} : undefined;
}

/** Several values in one field (n8n's "multiple values"), each as one of them is read. */
async function readSeveral(field: Field, given: unknown, reading: Reading): Promise<unknown[]> {
	const entries: unknown[] = Array.isArray(given) ? given : splitList(given);
	const single: Field = { ...field, typeOptions: { ...field.typeOptions, multipleValues: false }, required: true };
	return list(field, await Promise.all(entries.map(async (entry) => await readOne(single, entry, reading))));
}

async function readOne(field: Field, raw: unknown, reading: Reading): Promise<unknown> {
	const stand = emptyAsGiven(field, raw) && field.fallback ? reading.credential[field.fallback] : raw;
	if (emptyAsGiven(field, stand)) {
		if (field.required) refuseMissing(field);
		return untouched(field);
	}
	if (field.person) return await people(field, stand, reading);
	if (field.list) return list(field, splitList(locatorValue(stand)));
	if (field.binary) return await reading.binary(String(stand));
	if (field.typeOptions?.multipleValues && field.type !== 'fixedCollection')
		return await readSeveral(field, stand, reading);
	switch (field.type) {
		case 'number':
			return number(field, stand);
		case 'boolean':
			return stand === true || stand === 'true';
		case 'dateTime':
			return moment(field, stand, reading.timezone);
		case 'json': {
			const parsed = json(field, stand);
			if (parsed instanceof InputError) throw parsed;
			return parsed;
		}
		case 'collection':
			return await readMembers((field.options ?? []).filter(isField), stand, reading);
		case 'fixedCollection':
			return await readGroups(field, stand, reading);
		case 'resourceLocator':
			return text(field, locatorValue(stand));
		case 'multiOptions':
			return Array.isArray(stand) ? stand : splitList(stand);
		case 'options':
			return stand;
		default:
			return text(field, stand);
	}
}

/** A collection's filled members; untouched ones are left out. */
async function readMembers(fields: readonly Field[], raw: unknown, reading: Reading): Promise<Record<string, unknown>> {
	const given = isObject(raw) ? raw : {};
	const members: Record<string, unknown> = {};
	for (const field of fields) {
		if (emptyAsGiven(field, given[field.name])) continue;
		members[field.name] = await readOne(field, given[field.name], reading);
	}
	return members;
}

async function readEntry(fields: readonly Field[], raw: unknown, reading: Reading): Promise<Record<string, unknown>> {
	const given: Record<string, unknown> = Object.fromEntries(
		fields.map(({ name, default: untyped }) => [name, untyped]),
	);
	if (isObject(raw)) Object.assign(given, raw);
	const entry: Record<string, unknown> = {};
	for (const field of fields) {
		const shown = displayParameter(given as INodeParameters, field as INodeProperties, reading.node, null);
		entry[field.name] = shown ? await readOne(field, given[field.name], reading) : undefined;
	}
	return entry;
}

async function readGroups(field: Field, raw: unknown, reading: Reading): Promise<Record<string, unknown>> {
	const given = isObject(raw) ? raw : {};
	const groups: Record<string, unknown> = {};
	for (const group of (field.options ?? []).filter(isGroup)) {
		const entries = given[group.name];
		if (entries === undefined) continue;
		if (!field.typeOptions?.multipleValues) groups[group.name] = await readEntry(group.values, entries, reading);
		else {
			const many: unknown[] = Array.isArray(entries) ? entries : [entries];
			groups[group.name] = await Promise.all(
				list(field, many).map(async (entry) => await readEntry(group.values, entry, reading)),
			);
		}
	}
	return groups;
}

/** A field of people and the field of further people beside it, as one list. */
function everyone(field: Field, { parameter }: Reading): unknown[] {
	const more = parameter(moreOf(field.name), {});
	const entries = isObject(more) && Array.isArray(more.people) ? more.people : [];
	return [
		parameter(field.name, field.default),
		...entries.map((entry: unknown) => (isObject(entry) ? entry.person : entry)),
	];
}

/** The fields that the form shows, with their values as n8n gives them. */
function formOf(fields: readonly Field[], reading: Reading): Array<{ field: Field; raw: unknown }> {
	const raw: Record<string, unknown> = {};
	const shown: Field[] = [];
	for (const field of fields) {
		if (!displayParameter(raw as INodeParameters, field as INodeProperties, reading.node, null)) continue;
		raw[field.name] =
			field.person && field.many ? everyone(field, reading) : reading.parameter(field.name, field.default);
		shown.push(field);
	}
	return shown.map((field) => ({ field, raw: raw[field.name] }));
}

async function readForm(
	form: Array<{ field: Field; raw: unknown }>,
	reading: Reading,
): Promise<Values<readonly Field[]>> {
	const values: Record<string, unknown> = {};
	for (const { field, raw } of form) values[field.name] = await readOne(field, raw, reading);
	return values as Values<readonly Field[]>;
}

/**
 * One item's values under the fields' names: people looked up, moments in epoch ms, JSON parsed, empty optional fields
 * `undefined`, hidden fields `undefined`. The one reader that meets n8n: here untyped parameters become `Values`.
 * Throws `InputError` naming the field before any request is made for a bad input: where people must be looked up, all is
 * read and `check`ed first with people as they were named.
 */
export async function readValues(
	fields: readonly Field[],
	reading: Reading,
	check: (values: Values<readonly Field[]>) => unknown = () => undefined,
): Promise<Values<readonly Field[]>> {
	const form = formOf(fields, reading);
	const named = asNamed();
	const values = await readForm(form, { ...reading, people: named });
	if (!named.lookUps) return values;
	check(values);
	return await readForm(form, reading);
}
