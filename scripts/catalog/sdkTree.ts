import type { Schema } from '../../nodes/catalog/types';
import { sample } from './sample';
import type { SdkNode } from './reference';

const TYPES: Record<string, Schema['type']> = {
	string: 'string',
	number: 'number',
	boolean: 'boolean',
	object: 'object',
	array: 'array',
	map: 'map',
	any: 'any',
	binary: 'file',
};

/** An official SDK's type tree as a schema; `required` is left to the documentation unless `trust` says otherwise. */
export function fromSdk(node: SdkNode, trust = false): Schema {
	const schema: Schema = { type: TYPES[node.type] ?? 'any' };
	if (trust && node.required) schema.required = true;
	const example = sample(node.name ?? '', schema.type, node.example);
	if (example !== undefined) schema.example = example;
	if (node.properties?.length) schema.properties = membersFromSdk(node.properties, trust);
	const inner = node.items ?? node.values;
	if (inner) schema.items = fromSdk(inner, trust);
	if (node.serialize === 'json') schema.json = true;
	return schema;
}

/** A list of SDK nodes (query parameters, members of an object) by wire name. */
export function membersFromSdk(nodes: SdkNode[], trust = false): Record<string, Schema> {
	return Object.fromEntries(nodes.map((node) => [node.name ?? '', fromSdk(node, trust)]));
}
