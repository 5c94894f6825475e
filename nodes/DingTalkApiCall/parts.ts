import type { Row, Schema } from '../catalog/types';
import type { FilePart, Parts } from '../protocol/request';
import { toMoment } from '../runtime/moment';
import { InputError } from '../runtime/operation';
import type { Reading } from '../runtime/values';
import { check, fit } from './check';
import { idOf, momentForm, parametersOf, personForm, writeMoment, type Parameter } from './wire';

/** A request as a person gives it: parameters by place. */
export interface Given {
	path?: Record<string, unknown>;
	query?: Record<string, unknown>;
	headers?: Record<string, unknown>;
	body?: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
const WAYS = /^(userId|unionId|mobile):(.+)$/;

/** "mobile:138…" and its like become the id that the parameter wants; anything else is an id already. */
async function person(value: unknown, wanted: 'userId' | 'unionId', { people }: Reading): Promise<unknown> {
	if (Array.isArray(value)) return await Promise.all(value.map(async (entry) => await person(entry, wanted, { people } as Reading)));
	if (typeof value === 'string' && value.includes(',') && WAYS.test(value)) return (await Promise.all(value.split(',').map(async (entry) => await person(entry.trim(), wanted, { people } as Reading)))).join(',');
	const [, mode, id] = WAYS.exec(typeof value === 'string' ? value : '') ?? [];
	return mode && id ? await people.idOf({ mode: mode as 'userId' | 'unionId' | 'mobile', value: id }, wanted) : value;
}

/** A moment in any form n8n knows → the form of the route; what is no moment stays for the check. */
function moment(value: unknown, name: string, schema: Schema, timezone: string): unknown {
	const form = momentForm(name, schema);
	if (!form || value === undefined || value === '' || value === null) return value;
	const ms = toMoment(value, timezone);
	return ms === undefined || !Number.isFinite(ms) ? value : writeMoment(ms, form);
}

async function wireValue(value: unknown, { name, schema }: Parameter, reading: Reading): Promise<unknown> {
	const fitted = fit(moment(value, name, schema, reading.timezone), schema);
	const wanted = personForm(name);
	const known = wanted ? await person(fitted, wanted, reading) : fitted;
	return schema.json && typeof known === 'object' && known !== null ? JSON.stringify(known) : known;
}

const valueIn = (given: Given, { place, name }: Parameter): unknown => {
	const part = given[place];
	return name === '' ? part : isObject(part) ? part[name] : undefined;
};

/** Names in a part that the operation does not have. */
function refuseUnknown(given: Given, parameters: Parameter[]): void {
	for (const place of ['path', 'query', 'body'] as const) {
		const part = given[place];
		const known = parameters.filter((parameter) => parameter.place === place);
		if (!isObject(part) || known.some(({ name }) => name === '')) continue;
		const stranger = Object.keys(part).find((key) => !known.some(({ name }) => name === key));
		if (stranger === undefined) continue;
		const names = known.map(({ name }) => name);
		throw new InputError(`${place}.${stranger}`, names.length > 0 ? `is no field of this operation. It has: ${names.join(', ')}` : 'is no field of this operation; it takes none there', `不是此操作的字段${names.length > 0 ? `。可用字段：${names.join('、')}` : ''}`);
	}
}

async function formOf(body: Record<string, unknown>, parameters: Parameter[], reading: Reading): Promise<Record<string, string | FilePart>> {
	const parts = parameters.filter(({ place, name }) => place === 'body' && body[name] !== undefined);
	const entries = await Promise.all(parts.map(async ({ name, schema }) => [name, schema.type === 'file' ? await reading.binary(String(body[name])) : String(body[name])] as const));
	return Object.fromEntries(entries);
}

/** The user's values → what the call sends. Throws `InputError` naming the field before any request. */
export async function partsOf(row: Row, given: Given, reading: Reading): Promise<Omit<Parts, 'path'> & { path: Record<string, string> }> {
	const parameters = parametersOf(row);
	refuseUnknown(given, parameters);
	const parts: Record<'path' | 'query' | 'headers' | 'body', Record<string, unknown>> = { path: {}, query: {}, headers: {}, body: {} };
	let whole: unknown;
	for (const parameter of parameters) {
		const value = await wireValue(valueIn(given, parameter), parameter, reading);
		if (parameter.schema.json !== true) check(value, parameter.schema, idOf(parameter));
		if (value === undefined || value === null || value === '') continue;
		if (parameter.name === '') whole = value;
		else parts[parameter.place][parameter.name] = value;
	}
	const text = (members: Record<string, unknown>) => Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));
	const common = { path: text(parts.path), query: parts.query, headers: text(parts.headers) };
	if (row.content === 'multipart') return { ...common, form: await formOf(parts.body, parameters, reading) };
	return row.body ? { ...common, body: isObject(whole) || Array.isArray(whole) ? whole : parts.body } : common;
}

/** The mapper's flat values (`body.subject`) → parameters by place. */
export function givenOf(mapped: Record<string, unknown>): Given {
	const given: Required<Given> = { path: {}, query: {}, headers: {}, body: {} };
	for (const [id, value] of Object.entries(mapped)) {
		const [place, ...rest] = id.split('.');
		const name = rest.join('.');
		if (value === null || value === undefined || !(place === 'path' || place === 'query' || place === 'headers' || place === 'body')) continue;
		if (name === '') given.body = value;
		else Object.assign(given[place] as object, { [name]: value });
	}
	return given;
}
