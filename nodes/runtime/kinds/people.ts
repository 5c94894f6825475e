import type { Field, Reading } from '../field';
import { personRefs } from '../people';
import { atMost, type Kind } from './kind';
import { morePeople } from './more';

async function idsOf(field: Field, raw: unknown, { people }: Reading): Promise<string | string[]> {
	const ids = await Promise.all(personRefs(raw).map(async (ref) => await people.idOf(ref, field.person ?? 'userId')));
	return field.many ? atMost(field, [...new Set(ids)]) : (ids[0] ?? '');
}

/** One person or several, by list, userId, unionId or mobile: the id that the route takes. */
export const people: Kind = {
	properties: (field) => (field.many ? [field, morePeople(field)] : [field]),
	isEmpty: (_, raw) => personRefs(raw).length === 0,
	untouched: ({ many }) => (many ? [] : undefined),
	read: idsOf,
	sample: ({ many }) => (many ? ['user1', 'user2'] : 'user1'),
};
