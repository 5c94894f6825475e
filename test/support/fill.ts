/** Fills an operation's form in every way that its choices allow, so that each field of each request is made at least once. */
import { displayParameter, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import type { FilePart } from '../../nodes/protocol/request';
import type { Field } from '../../nodes/runtime/field';

export type Filled = Record<string, unknown>;

const node = { typeVersion: 1 };
const MOMENT = 1_700_000_000_000;

/** Extensions that DingTalk takes, by the words of the field that names the file. */
const extensionFor = (field: Field) =>
	/image|picture|图/i.test(`${field.displayName} ${JSON.stringify(field.displayOptions ?? {})}`)
		? 'png'
		: /voice|audio/i.test(JSON.stringify(field.displayOptions ?? {}))
			? 'mp3'
			: /video/i.test(JSON.stringify(field.displayOptions ?? {}))
				? 'mp4'
				: 'pdf';

const fileFor = (field: Field): FilePart => ({
	name: `a.${extensionFor(field)}`,
	mimeType: 'application/octet-stream',
	size: 3,
	source: undefined,
	open: async () => await Promise.resolve(Buffer.from('abc')),
});

const groupsOf = ({ options = [] }: Field) => options.filter((option) => 'values' in option);
const fieldsOf = ({ options = [] }: Field) =>
	options.filter((option) => 'type' in option && 'displayName' in option) as Field[];
const choicesOf = ({ options = [] }: Field) =>
	options.flatMap((option) => ('value' in option ? [option.value as unknown] : []));

/** Which choice each options field takes; absent: its default. Keyed by the field's name. */
type Choices = Map<string, unknown>;

function valueOf(field: Field, choices: Choices, given: Filled): unknown {
	if (field.name in given) return given[field.name];
	if (field.person) return field.many ? ['user1', 'user2'] : 'user1';
	if (field.list) return ['1', '2'];
	if (field.binary) return fileFor(field);
	switch (field.type) {
		case 'number':
			return Math.max(1, Number(field.typeOptions?.minValue ?? 1));
		case 'boolean':
			return true;
		case 'dateTime':
			return MOMENT;
		case 'json':
			return { key: 'value' };
		case 'options':
			return choices.get(field.name) ?? field.default;
		case 'multiOptions':
			return choicesOf(field);
		case 'collection':
			return fill(fieldsOf(field), choices, given);
		case 'fixedCollection':
			return Object.fromEntries(
				groupsOf(field).map(({ name, values }) => {
					const entry = fill(values, choices, given);
					return [name, field.typeOptions?.multipleValues ? [entry] : entry];
				}),
			);
		default:
			return field.typeOptions?.multipleValues ? ['one', 'two'] : '1';
	}
}

/** Values of all shown fields. */
function fill(fields: readonly Field[], choices: Choices, given: Filled): Filled {
	const values: Filled = {};
	for (const field of fields)
		if (displayParameter(values as INodeParameters, field as INodeProperties, node, null))
			values[field.name] = valueOf(field, choices, given);
	return values;
}

/** All options fields, nested ones too. */
const choosing = (fields: readonly Field[]): Field[] =>
	fields.flatMap((field) => [
		...(field.type === 'options' ? [field] : []),
		...choosing(fieldsOf(field)),
		...choosing(groupsOf(field).flatMap(({ values }) => values)),
	]);

/** Every filling: each choice of each options field with each choice of the first (which decides most of what is shown). */
export function fillings(fields: readonly Field[], given: Filled = {}): Filled[] {
	const all = choosing(fields);
	const [first, ...others] = all;
	const base: Choices[] = first ? choicesOf(first).map((value) => new Map([[first.name, value]])) : [new Map()];
	const choices = base.flatMap((start) => [
		start,
		...others.flatMap((field) => choicesOf(field).map((value) => new Map([...start, [field.name, value]]))),
	]);
	const filled = choices.map((chosen) => fill(fields, chosen, given));
	return [...new Map(filled.map((values) => [JSON.stringify(values), values])).values()];
}
