import type { Row, Schema } from '../../nodes/catalog/types';
import type { Company } from '../company';
import { isMembers } from '../members';
import type { Call } from '../world';

type Kind = NonNullable<Schema['person']>;

const named = (schema: Schema | undefined, value: unknown): Array<[Kind, string]> => {
	if (!schema || value === undefined || value === null) return [];
	const { person, items, properties } = schema;
	if (Array.isArray(value))
		return value.flatMap((one) => named(person ? { ...schema, type: 'string', items: undefined } : items, one));
	if (isMembers(value)) return Object.entries(properties ?? {}).flatMap(([name, one]) => named(one, value[name]));
	return person
		? String(value)
				.split(',')
				.map((id) => [person, id])
		: [];
};

/** The first person whom a request names and the company does not have, by the ids that its page wants (unionId, userId). */
export const strangerIn = (row: Row, { users }: Company, { path, query, body }: Call): string | undefined => {
	const object = (properties: Schema['properties']): Schema => ({ type: 'object', properties });
	const people = [...named(object(row.pathParams), path), ...named(object(row.query), query), ...named(row.body, body)];
	const known = {
		unionId: new Set(users.map(({ unionid }) => unionid)),
		userId: new Set(users.map(({ userid }) => userid)),
	};
	return people.find(([kind, id]) => !known[kind].has(id))?.[1];
};
