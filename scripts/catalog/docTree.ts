import type { Schema } from '../../nodes/catalog/types';
import type { DocParam } from './reference';
import { sample } from './sample';
import { wireType } from './wireType';

/** Called where a page and the SDK give a member different types; `path` is dotted. */
export type Disagree = (path: string, documented: Schema['type'], sdk: Schema['type']) => void;

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

/** Structure known from the SDK wins over a looser word of the page; scalars and shapes that differ are reported. */
function settle(known: Schema | undefined, written: Schema, report: (sdk: Schema['type']) => void): Schema {
	if (!known) return written;
	if (known.type === 'any' || (known.type === 'object' && !known.properties && written.type === 'map')) {
		return { ...known, ...written };
	}
	if (written.type === 'any' || written.type === known.type) {
		return known.items || !written.items ? known : { ...known, items: written.items };
	}
	if (written.type === 'object' && known.type === 'map') return known;
	if (written.type === 'map' && known.type === 'object') return known;
	report(known.type);
	return known;
}

function place(root: Schema, param: DocParam, disagree: Disagree): void {
	const parent = param.parent ?? (param.nesting === 'unknown' ? (param.parent_guess ?? '') : '');
	const container = find(root, parent);
	const written = wireType(param.type);
	if (param.name === '[]' || param.name === '{}') {
		container.items = settle(container.items, written, () => undefined);
		return;
	}
	const steps = param.name.split('.');
	const name = steps.pop() ?? param.name;
	const members = (holder(find(container, steps.join('.'))).properties ??= {});
	const path = [parent, param.name].filter((part) => part !== '').join('.');
	const schema = settle(members[name], written, (sdk) => disagree(path, written.type, sdk));
	if (param.required) schema.required = true;
	const example = sample(name, schema.type, param.example);
	if (example !== undefined) schema.example = example;
	members[name] = schema;
}

/**
 * Lays a page's flat parameter table over a schema (the SDK's, or an empty object or array) and returns it.
 */
export function overlay(root: Schema, params: DocParam[], disagree: Disagree): Schema {
	for (const param of params) place(root, param, disagree);
	return root;
}
