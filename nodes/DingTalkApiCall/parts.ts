import type { Row } from '../catalog/types';
import { isObject } from '../protocol/json';
import type { FilePart, Parts } from '../protocol/request';
import type { Reading } from '../runtime/values';
import { check, refuseUnknown } from './check';
import { fit } from './fit';
import { settle } from './settle';
import { flatQuery, idOf, parametersOf, type Parameter, type Place } from './wire';

/** A request as a person gives it: parameters by place. */
export interface Given {
	path?: Record<string, unknown>;
	query?: Record<string, unknown>;
	headers?: Record<string, unknown>;
	body?: unknown;
}

/** What reading a request needs of an item. */
export type Context = Pick<Reading, 'binary' | 'people' | 'timezone'>;

const PLACES = ['path', 'query', 'headers', 'body'] as const satisfies Place[];
const isPlace = (text: string | undefined): text is Place => PLACES.some((place) => place === text);

const valueIn = (given: Given, { place, name }: Parameter): unknown => {
	const part = given[place];
	return name === '' ? part : isObject(part) ? part[name] : undefined;
};

function refuseStrangers(given: Given, parameters: Parameter[]): void {
	refuseUnknown({ ...given }, [...PLACES], 'Request');
	for (const place of PLACES) {
		const part = given[place];
		const known = parameters.filter((parameter) => parameter.place === place).map(({ name }) => name);
		if (isObject(part) && !known.includes('')) refuseUnknown(part, known, place);
	}
}

const isEmpty = (value: unknown) => value === undefined || value === null || value === '';
const text = (members: Record<string, unknown>) =>
	Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));

async function formOf(
	body: Record<string, unknown>,
	parameters: Parameter[],
	{ binary }: Context,
): Promise<Record<string, string | FilePart>> {
	const parts = parameters.filter(({ place, name }) => place === 'body' && body[name] !== undefined);
	const entries = await Promise.all(
		parts.map(
			async ({ name, schema }) =>
				[name, schema.type === 'file' ? await binary(String(body[name])) : String(body[name])] as const,
		),
	);
	return Object.fromEntries(entries);
}

/** The user's values → what the call sends. Throws `InputError` naming the field before any request, look-ups of persons included. */
export async function partsOf(
	row: Row,
	given: Given,
	context: Context,
): Promise<Omit<Parts, 'path'> & { path: Record<string, string> }> {
	const parameters = parametersOf(row);
	refuseStrangers(given, parameters);
	const fitted = parameters.map((parameter) => ({
		parameter,
		value: fit(valueIn(given, parameter), parameter.schema, context.timezone, parameter.name),
	}));
	for (const { parameter, value } of fitted) check(value, parameter.schema, idOf(parameter));
	const parts: Record<Place, Record<string, unknown>> = { path: {}, query: {}, headers: {}, body: {} };
	let whole: unknown;
	for (const { parameter, value } of fitted) {
		if (isEmpty(value)) continue;
		const settled = await settle(value, parameter.schema, context.people);
		if (parameter.name === '') whole = settled;
		else parts[parameter.place][parameter.name] = settled;
	}
	const common = { path: text(parts.path), query: flatQuery(parts.query), headers: text(parts.headers) };
	if (row.content === 'multipart') return { ...common, form: await formOf(parts.body, parameters, context) };
	if (!row.body) return common;
	return { ...common, body: isObject(whole) || Array.isArray(whole) ? whole : parts.body };
}

/** The form's flat values (`body.subject`) → parameters by place. What is no parameter (the lines about the operation) is left out. */
export function givenOf(mapped: Record<string, unknown>): Given {
	const given: Required<Given> = { path: {}, query: {}, headers: {}, body: {} };
	for (const [id, value] of Object.entries(mapped)) {
		const [place, ...rest] = id.split('.');
		if (isEmpty(value) || !isPlace(place)) continue;
		if (rest.length === 0) given.body = value;
		else Object.assign(given[place] as object, { [rest.join('.')]: value });
	}
	return given;
}
