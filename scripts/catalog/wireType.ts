import type { Schema } from '../../nodes/catalog/types';

const NAMED: Record<string, Schema['type']> = {
	string: 'string',
	sting: 'string', // the pages' own slip
	text: 'string',
	date: 'string',
	datetime: 'string',
	number: 'number',
	long: 'number',
	integer: 'number',
	int: 'number',
	double: 'number',
	float: 'number',
	bigdecimal: 'number',
	boolean: 'boolean',
	bool: 'boolean',
	array: 'array',
	list: 'array',
	map: 'map',
	any: 'any',
	file: 'file',
	fileitem: 'file',
	binary: 'file',
};

/**
 * A type as a page writes it (`String[]`, `Array of Long`, `Map<String, Any>`, `Json`, a Java class)
 * as a schema without members. Any unknown word is the class of an object.
 */
export function wireType(written: string): Schema {
	const text = written.trim();
	const arrayOf = /^(?:Array of |List<)(.+?)>?$/i.exec(text)?.[1] ?? /^(.+)\[\]$/.exec(text)?.[1];
	// `List[]` is a list, not a list of lists.
	if (arrayOf !== undefined && /^(list|array)$/i.test(arrayOf)) return { type: 'array' };
	if (arrayOf !== undefined) return { type: 'array', items: wireType(arrayOf) };
	const valuesOf = /^Map<[^,]+,\s*(.+)>$/i.exec(text)?.[1];
	if (valuesOf !== undefined) return { type: 'map', items: wireType(valuesOf) };
	return { type: NAMED[text.toLowerCase()] ?? 'object' };
}
