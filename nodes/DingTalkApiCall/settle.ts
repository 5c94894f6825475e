import type { Schema } from '../catalog/types';
import { isObject, writeJson } from '../protocol/json';
import { each } from '../runtime/each';
import type { PersonId } from '../runtime/field';
import type { People } from '../runtime/people';

type Directory = Pick<People, 'idOf'>;

/** `mobile:13800000000` and its like, alone or in a list as DingTalk separates them. */
const NAMED = /(?<=^|[,，|;\s])(userId|unionId|mobile):([^,，|;\s]+)/g;

async function idsIn(text: string, wanted: PersonId, people: Directory): Promise<string> {
	const found = [...text.matchAll(NAMED)];
	const ids = await each(
		found,
		async ([, mode, value]) => await people.idOf({ mode: mode as PersonId | 'mobile', value: value ?? '' }, wanted),
	);
	let next = 0;
	return text.replace(NAMED, () => ids[next++] ?? '');
}

/**
 * The last step of a checked value before it is sent: persons given by another id become the one that the route wants
 * (each looked up once per execution), structures that travel as text become JSON text.
 */
export async function settle(value: unknown, schema: Schema, people: Directory): Promise<unknown> {
	if (typeof value === 'string') return schema.person ? await idsIn(value, schema.person, people) : value;
	if (typeof value !== 'object' || value === null) return value;
	const of = (name: string): Schema => schema.properties?.[name] ?? schema.items ?? { type: 'any' };
	const settled: unknown = Array.isArray(value)
		? await each(value, async (entry) => await settle(entry, schema.items ?? { type: 'any' }, people))
		: isObject(value) && (schema.properties ?? schema.items)
			? Object.fromEntries(
					await each(
						Object.entries(value),
						async ([name, member]) => [name, await settle(member, of(name), people)] as const,
					),
				)
			: value;
	return schema.json ? writeJson(settled) : settled;
}
