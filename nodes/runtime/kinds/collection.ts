import { isObject } from '../../protocol/json';
import { membersOf } from '../field';
import { everyOf, moreOf } from '../locatorValue';
import type { Kind } from './kind';

const isTold = (found: unknown) => found !== undefined && !(Array.isArray(found) && found.length === 0);

/** Optional fields that a person adds: the filled ones under their names; untouched ones are left out. */
export const collection: Kind = {
	isEmpty: () => false,
	read: async (field, raw, reading, read) => {
		const given = isObject(raw) ? raw : {};
		const members: Record<string, unknown> = {};
		for (const member of membersOf(field)) {
			const value = member.many ? everyOf(given[member.name], given[moreOf(member.name)]) : given[member.name];
			const found = await read({ ...member, required: false }, value, reading);
			if (isTold(found) && (member.name in given || moreOf(member.name) in given)) members[member.name] = found;
		}
		return members;
	},
	sample: (field, inside) => inside(membersOf(field)),
};
