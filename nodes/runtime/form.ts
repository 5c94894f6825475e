import type { INodeProperties } from 'n8n-workflow';
import { optionsField } from './common';
import type { Field } from './field';
import { kindOf } from './kinds';
import { words as builtWords } from './locale';
import { loomOf, weaveField, type Words } from './words';

/** The properties that a field becomes, with those that its kind adds; inner fields too. */
export function expanded(field: Field): Field[] {
	const properties = kindOf(field).properties?.(field) ?? [field];
	return properties.map((property) => ({
		...property,
		...(property.options && { options: property.options.flatMap(expandedOption) }),
	}));
}

function expandedOption(option: NonNullable<Field['options']>[number]): Array<NonNullable<Field['options']>[number]> {
	if ('values' in option) return [{ ...option, values: option.values.flatMap(expanded) }];
	return 'type' in option && 'displayName' in option ? expanded(option) : [option];
}

/** What stands in the collection Options instead of the main form. */
export const underOptions = (fields: readonly Field[]): Field[] =>
	fields.filter(({ under }) => under === 'options').flatMap(expanded);

/**
 * The `properties` of a node that has no operations: its fields, then the collection Options where one of them stands there; and
 * the paths of its words that have no Chinese.
 */
export function describeForm(
	fields: readonly Field[],
	build: Words = builtWords,
): { properties: INodeProperties[]; missing: string[] } {
	const missing: string[] = [];
	const loom = loomOf(
		() => undefined,
		(path) => missing.push(path),
		build,
	);
	const main = fields.filter(({ under }) => under === undefined).flatMap(expanded);
	const options = underOptions(fields);
	const form: Field[] = options.length > 0 ? [...main, { ...optionsField, options }] : main;
	return { properties: form.map((field) => weaveField(field, field.name, loom)), missing };
}
