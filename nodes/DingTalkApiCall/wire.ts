import type { Row, Schema } from '../catalog/types';
import { toChinaDate, toChinaTime, toIso } from '../protocol/time';

/** Where a request carries a parameter. */
export type Place = 'path' | 'query' | 'headers' | 'body';

/** A parameter of an operation: its place, name and type. A body that is no object is one parameter without a name. */
export interface Parameter {
	place: Place;
	name: string;
	schema: Schema;
}

export const idOf = ({ place, name }: Parameter) => (name === '' ? place : `${place}.${name}`);

const within = (place: Place, members: Record<string, Schema> | undefined): Parameter[] => Object.entries(members ?? {}).map(([name, schema]) => ({ place, name, schema }));

/** All parameters of an operation; path and required ones first. */
export function parametersOf({ pathParams, query, headers, body }: Row): Parameter[] {
	const inBody = body?.type === 'object' && body.properties ? within('body', body.properties) : body ? [{ place: 'body' as const, name: '', schema: body }] : [];
	const all = [...within('path', pathParams).map((parameter) => ({ ...parameter, schema: { ...parameter.schema, required: true as const } })), ...within('query', query), ...within('headers', headers), ...inBody];
	return [...all.filter(({ schema }) => schema.required), ...all.filter(({ schema }) => !schema.required)];
}

/** How a route writes a moment. */
export type MomentForm = 'ms' | 's' | 'iso' | 'chinaTime' | 'chinaDate';

/** Whether a parameter is a moment, told by its documented example, or by its name where it is a number. */
export function momentForm(name: string, { type, example }: Schema): MomentForm | undefined {
	const text = typeof example === 'string' || typeof example === 'number' ? String(example) : '';
	if (type === 'string') {
		if (/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/.test(text)) return 'chinaTime';
		if (/^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(text)) return 'iso';
		return /^\d{4}-\d\d-\d\d$/.test(text) ? 'chinaDate' : undefined;
	}
	if (type !== 'number' || !/(time|date|timestamp|_at|At|from|to)$/i.test(name)) return undefined;
	if (/^\d{13}$/.test(text)) return 'ms';
	return /^\d{10}$/.test(text) ? 's' : undefined;
}

/** Epoch ms → what the route wants. */
export const writeMoment = (ms: number, form: MomentForm): string | number => {
	if (form === 'iso') return toIso(ms);
	if (form === 'chinaTime') return toChinaTime(ms);
	if (form === 'chinaDate') return toChinaDate(ms);
	return form === 's' ? Math.floor(ms / 1000) : ms;
};

/** Which id of a person a parameter wants, told by its name. */
export function personForm(name: string): 'userId' | 'unionId' | undefined {
	if (/union_?ids?$/i.test(name)) return 'unionId';
	return /user_?ids?$|user_?id_?list$/i.test(name) ? 'userId' : undefined;
}
