import type { Schema } from '../../nodes/catalog/types';
import { personByName, personOf } from './person';
import type { DocParam } from './reference';
import { timeByExample, timeOf } from './time';

/** The one value, or each entry of a list. */
const single = (schema: Schema): Schema => (schema.type === 'array' && schema.items ? schema.items : schema);

function set(schema: Schema, { person, time }: Pick<Schema, 'person' | 'time'>): void {
	delete schema.person;
	delete schema.time;
	if (time) schema.time = time;
	else if (person) schema.person = person;
}

/** Marks who and when of a parameter that a page describes; `shown` is its value in the page's example. */
export function tell(param: DocParam, schema: Schema, shown: unknown): void {
	const value = single(schema);
	set(value, { person: personOf(param, value), time: timeOf(param, value, [shown].flat()[0]) });
}

/** In these products `userId` means a union id, as their pages say; what has no page there is left open. */
const UNLIKE_ITS_NAME = /\/(?:calendar|conference)\//;

/** Marks who and when in members that only an SDK knows: by names and examples. `path` is the operation's. */
export function guess(name: string, schema: Schema, path: string): Schema {
	const value = single(schema);
	const person = personByName(name, value);
	set(value, {
		person: person === 'userId' && UNLIKE_ITS_NAME.test(path) ? undefined : person,
		time: timeByExample(name, value),
	});
	for (const [inner, member] of Object.entries(value.properties ?? {})) guess(inner, member, path);
	if (value.items) guess(name, value.items, path);
	return schema;
}

/** The same for a group of parameters. */
export function guessAll(members: Record<string, Schema>, path: string): Record<string, Schema> {
	for (const [name, schema] of Object.entries(members)) guess(name, schema, path);
	return members;
}
