import { displayParameter, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { isObject } from '../../protocol/json';
import { groupsOf, type Field, type Reading } from '../field';
import { everyOf, moreOf } from '../locatorValue';
import { atMost, type Kind, type ReadField } from './kind';

async function readEntry(
	fields: readonly Field[],
	raw: unknown,
	reading: Reading,
	read: ReadField,
): Promise<Record<string, unknown>> {
	const given: Record<string, unknown> = Object.fromEntries(
		fields.map(({ name, default: untyped }) => [name, untyped]),
	);
	if (isObject(raw)) Object.assign(given, raw);
	const entry: Record<string, unknown> = {};
	for (const field of fields) {
		const isShown = displayParameter(given as INodeParameters, field as INodeProperties, reading.node, null);
		const value = field.many ? everyOf(given[field.name], given[moreOf(field.name)]) : given[field.name];
		entry[field.name] = isShown ? await read(field, value, reading) : undefined;
	}
	return entry;
}

const isMany = ({ typeOptions }: Field) => typeOptions?.multipleValues === true;

/** n8n's fixed collection: rows of fields that belong together, under the name of their group. */
export const group: Kind = {
	isEmpty: () => false,
	read: async (field, raw, reading, read) => {
		const given = isObject(raw) ? raw : {};
		const groups: Record<string, unknown> = {};
		for (const { name, values } of groupsOf(field)) {
			const entries = given[name];
			if (entries === undefined) continue;
			if (!isMany(field)) groups[name] = await readEntry(values, entries, reading, read);
			else {
				const many: unknown[] = Array.isArray(entries) ? entries : [entries];
				groups[name] = await Promise.all(
					atMost(field, many).map(async (entry) => await readEntry(values, entry, reading, read)),
				);
			}
		}
		return groups;
	},
	sample: (field, inside) =>
		Object.fromEntries(
			groupsOf(field).map(({ name, values }) => [name, isMany(field) ? [inside(values)] : inside(values)]),
		),
};
