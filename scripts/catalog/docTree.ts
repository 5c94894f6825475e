import type { Schema } from '../../nodes/catalog/types';
import { agrees, enumOf } from './enums';
import { kindOf, lookup } from './exampleTree';
import { tell } from './facts';
import { jsonText } from './jsonText';
import type { DocParam } from './reference';
import { sample } from './sample';
import { wireType } from './wireType';

/** What is known around a parameter table, and where to tell what it disagrees with. */
export interface Table {
	/** The page's own example of the whole value; decides where page and SDK differ in shape. */
	example: unknown;
	/** Enumerations, persons and moments are kept for requests only: nobody types an answer. */
	request: boolean;
	/** The example is the whole value: what it leaves out cannot be required. */
	whole: boolean;
	/** Called where page and SDK give a member different types; `path` is dotted. */
	disagree: (path: string, page: Schema['type'], sdk: Schema['type'], taken: Schema['type']) => void;
}

/** The object whose members a dotted parent path means: array and map levels are elided on the pages. */
function holder(schema: Schema): Schema {
	if (schema.type === 'array' || schema.type === 'map') {
		schema.items ??= { type: 'object' };
		return holder(schema.items);
	}
	if (schema.type === 'string') schema.json = true; // a JSON text whose members the page lists
	if (schema.type !== 'object') schema.type = 'object';
	schema.properties ??= {};
	return schema;
}

function find(root: Schema, path: string): Schema {
	let at = root;
	for (const step of path.split('.').filter((part) => part !== '')) {
		const members = (holder(at).properties ??= {});
		at = members[step] ??= { type: 'object' };
	}
	return at;
}

const isShape = (type: Schema['type']) => type === 'object' || type === 'array' || type === 'map';

/** Structure known from the SDK wins over a looser word of the page; between scalars the page, between shapes its example decides. */
function settle(known: Schema | undefined, written: Schema, table: Table, path: string): Schema {
	if (!known) return written;
	if (written.json) return { ...written, type: known.type === 'string' ? written.type : known.type };
	if (known.type === 'any' || (known.type === 'object' && !known.properties && written.type === 'map'))
		return { ...known, ...written };
	if (written.type === 'any' || written.type === known.type) {
		return known.items || !written.items ? known : { ...known, items: written.items };
	}
	if (written.type === 'map' && known.type === 'object') return known;
	if (written.type === 'object' && known.type === 'map') return written; // the page goes on to list its members
	const shown = kindOf(lookup(table.example, path));
	const page = isShape(known.type)
		? shown === written.type
		: shown === undefined || shown === written.type || !isShape(written.type);
	const taken = page ? written : known;
	table.disagree(path, written.type, known.type, taken.type);
	return taken;
}

/** Pages name the entries of a list by their class, or by `[]` and `{}`: such a row is the entry itself. */
const isEntry = ({ name, type }: DocParam) =>
	name === '[]' || name === '{}' || (name === type && wireType(type).type === 'object');

/** A row of the table, the member that it has become, and the value of that in the page's example. */
interface Placed {
	param: DocParam;
	schema: Schema;
	shown: unknown;
}

/** What holds single values: the member itself, the entries of a list, also of a list of lists, the texts of an object of rights. */
function singles(schema: Schema): Schema[] {
	if (schema.type === 'array') return schema.items ? singles(schema.items) : [];
	const members = Object.values(schema.properties ?? {});
	const rights = schema.type === 'object' && !schema.json && members.every(({ type }) => type === 'string');
	return rights ? members : [schema];
}

/** Gives a member its enumeration, unless the page's request example holds something else. An example that is none of its values goes. */
function enumerate({ param, schema, shown }: Placed): void {
	for (const single of singles(schema)) {
		const values = enumOf(param, single.type);
		const examples = [shown].flat(3);
		if (
			!values?.length ||
			!examples.every((value) => isShape(kindOf(value) ?? 'any') || agrees(value, values.map(String)))
		)
			continue;
		single.enum = values;
		if (!values.some((value) => value === single.example)) delete single.example;
	}
}

/** Whether the page's own example of a request leaves a member out although the object that has it is there. */
function doesWithout(example: unknown, parent: string, name: string): boolean {
	const container = lookup(example, parent);
	const [entry] = [container].flat();
	return typeof entry === 'object' && entry !== null && Object.keys(entry).length > 1 && !(name in entry);
}

/** The name of a row below its parent: some pages repeat that (`leave_certificate.unit` in `leave_certificate`). */
function nameBelow(name: string, parent: string): string {
	const repeated = `${parent.split('.').pop() ?? ''}.`;
	return parent !== '' && name.startsWith(repeated) ? name.slice(repeated.length) : name;
}

function place(root: Schema, { ...param }: DocParam, table: Table): Placed[] {
	const parent = param.parent ?? param.parent_guess ?? '';
	param.name = nameBelow(param.name, parent);
	const container = find(root, parent);
	const written = jsonText(param) ?? wireType(param.type);
	if (isEntry(param)) {
		// Without a parent, `[] Array` is the body itself, `[] Map` one of its entries.
		if (parent !== '') container.items = settle(container.items, written, table, parent);
		else if (root.type === written.type) root.items ??= written.items;
		else if (root.type === 'array') root.items = settle(root.items, written, table, '');
		else Object.assign(root, { properties: undefined }, written);
		return [];
	}
	const steps = param.name.split('.');
	const name = steps.pop() ?? param.name;
	const members = (holder(find(container, steps.join('.'))).properties ??= {});
	const path = [parent, param.name].filter((part) => part !== '').join('.');
	const schema = settle(members[name], written, table, path);
	const shown = lookup(table.example, path);
	if (param.required && !(table.whole && doesWithout(table.example, parent, param.name))) schema.required = true;
	if (typeof shown === 'string' && /^[[{]/.test(shown) && isShape(schema.type) && !schema.properties && !schema.items)
		schema.json = true;
	const example = sample(name, schema.type, param.example);
	if (example !== undefined) schema.example = example;
	if (table.request) tell(param, schema, shown);
	members[name] = schema;
	return [{ param, schema, shown }];
}

/** Lays a page's flat parameter table over a schema (the SDK's, or an empty object or array) and returns it. */
export function overlay(root: Schema, params: DocParam[], table: Table): Schema {
	const placed = params.flatMap((param) => place(root, param, table));
	if (table.request) placed.forEach(enumerate);
	return root;
}
