/**
 * Fills the form of an operation as a person would, in every way that its choices allow, so that each field of each request is
 * made at least once. It knows only what n8n knows: the properties of the node.
 */
import {
	displayParameter,
	type IBinaryKeyData,
	type IDataObject,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import type { Placed } from '../../../../scripts/products';

/** What a person would know and no form can say; it stands beside the operation as `<operation>.given.json`. */
export interface Given {
	/** Values by the name of their field, wherever in the form it is. */
	values?: IDataObject;
	/** The item of a trigger that started the execution. */
	trigger?: IDataObject;
	/** Runs in the sandbox's company instead of before schema-shaped answers: for what needs columns, templates or ids that exist. */
	world?: true;
	/** Choices that send nothing by their nature, and why. */
	unsent?: Record<string, string>;
	/** Why the official SDK sends otherwise, or does not have the operation. */
	sdkDiffers?: string;
	notInSdk?: string;
}

/** Parameters of one filling, and which choices it made: `messageType = text`. */
export interface Filling {
	parameters: IDataObject;
	choices: string[];
}

const MOMENT = '2026-12-01T09:%:00';

/** A file of each kind that DingTalk tells apart, by the property in which an item has it. */
export const files: IBinaryKeyData = Object.fromEntries(
	[
		['pdf', 'application/pdf'],
		['png', 'image/png'],
		['mp3', 'audio/mpeg'],
		['mp4', 'video/mp4'],
	].map(([ending = '', mimeType = '']) => [
		ending,
		{ data: Buffer.from(`a ${ending}`).toString('base64'), mimeType, fileName: `file.${ending}` },
	]),
);

/** Which of the files a field means, by its words and by what has been chosen. */
function fileFor({ displayName }: INodeProperties, chosen: IDataObject): string {
	if (/cover|image|picture/i.test(displayName)) return 'png';
	const kinds: Record<string, string> = { image: 'png', voice: 'mp3', audio: 'mp3', video: 'mp4' };
	return Object.values(chosen).reduce<string>((found, value) => kinds[String(value)] ?? found, 'pdf');
}

/** Text that a field takes, where any text will not do. */
function textFor({ name, displayName }: INodeProperties): string {
	if (/url$/i.test(name)) return 'https://example.com/1';
	if (/color/i.test(displayName)) return '#FF6A00';
	return /^file ?name$/i.test(name) ? 'file.pdf' : '1';
}

type Option = NonNullable<INodeProperties['options']>[number];
const membersOf = ({ options = [] }: INodeProperties) =>
	options.filter((option: Option): option is INodeProperties => 'type' in option && 'displayName' in option);
const groupsOf = ({ options = [] }: INodeProperties) =>
	options.flatMap((option) => ('values' in option ? [option] : []));
const choicesOf = ({ type, options = [] }: INodeProperties): unknown[] =>
	type === 'boolean' ? [true, false] : options.flatMap((option) => ('value' in option ? [option.value] : []));

/** What is chosen, by the name of the field. */
type Choices = ReadonlyMap<string, unknown>;

class Filler {
	/** What has been chosen in this filling. */
	private readonly chosen: IDataObject = {};
	private moments = 0;

	constructor(
		private readonly node: { typeVersion: number },
		private readonly choices: Choices,
		private readonly given: IDataObject,
		private readonly deciding: ReadonlyMap<string, number>,
	) {}

	/** Values of all fields that are shown, each in view of those before it. */
	fill(fields: readonly INodeProperties[], start: IDataObject = {}): IDataObject {
		const values: IDataObject = { ...start };
		for (const field of fields) {
			if (!displayParameter(values as INodeParameters, field, this.node, null)) continue;
			if (field.name in values) throw new Error(`The form shows two fields named ${field.name} at once`);
			values[field.name] = this.valueOf(field) as IDataObject;
		}
		return Object.fromEntries(Object.entries(values).filter(([name]) => !(name in start)));
	}

	get made(): string[] {
		return Object.entries(this.chosen).map(([name, value]) => `${name} = ${String(value)}`);
	}

	private note(name: string, value: unknown): unknown {
		this.chosen[name] = value as string;
		return value;
	}

	private choose({ name }: INodeProperties, otherwise: unknown): unknown {
		return this.note(name, this.choices.get(name) ?? otherwise);
	}

	private valueOf(field: INodeProperties): unknown {
		const { name, type, typeOptions, default: untouched } = field;
		if (name in this.given)
			return type === 'options' || type === 'boolean' ? this.note(name, this.given[name]) : this.given[name];
		switch (type) {
			case 'number':
				return Math.max(1, typeOptions?.minValue ?? 1);
			case 'boolean':
				return this.choose(field, this.deciding.has(name) ? untouched : true);
			case 'options':
				return typeOptions?.loadOptionsMethod ? untouched || '1' : this.choose(field, untouched);
			case 'resourceMapper':
				return { mappingMode: 'defineBelow', value: {}, matchingColumns: [] };
			case 'multiOptions':
				return choicesOf(field).length > 0 ? choicesOf(field) : ['1', '2'];
			case 'dateTime':
				// Each later than the one before it: from, to.
				return MOMENT.replace('%', String((this.moments += 1) + 9));
			case 'json':
				return '{"key":"value"}';
			case 'resourceLocator': {
				const modes = field.modes?.map((mode) => mode.name) ?? [];
				const mode = ['userId', 'id'].find((one) => modes.includes(one)) ?? modes.at(-1) ?? 'id';
				return { __rl: true, mode, value: mode === 'userId' ? 'zhangsan' : '1' };
			}
			case 'collection':
				return this.fill(membersOf(field));
			case 'fixedCollection':
				return Object.fromEntries(
					groupsOf(field).map(({ name: group, values }) => {
						const entry = this.fill(values);
						return [group, typeOptions?.multipleValues ? [entry] : entry];
					}),
				);
			default:
				if (/Binary Field/.test(field.displayName)) return fileFor(field, this.chosen);
				return typeOptions?.multipleValues ? ['one', 'two'] : textFor(field);
		}
	}
}

/** All fields, those in collections too. */
const flat = (fields: readonly INodeProperties[]): INodeProperties[] =>
	fields.flatMap((field) => [
		field,
		...flat(membersOf(field)),
		...flat(groupsOf(field).flatMap(({ values }) => values)),
	]);

/** The properties that n8n may show for an operation. */
export const formOf = ({ product, resource, operation }: Placed): INodeProperties[] =>
	product.node.description.properties.filter(({ displayOptions }) => {
		const { resource: resources, operation: operations } = displayOptions?.show ?? {};
		return resources?.includes(resource.value) && operations?.includes(operation.value);
	});

/** Values that make no difference to the request, or that would only make a test slow. */
const fixed: IDataObject = {
	returnAll: false,
	limit: 1,
	simplify: true,
	callsPerSecond: 0,
	batching: 10,
	maxPages: 10,
	maxFileSize: 100,
};

/** How many fields are shown or hidden by each field. */
function decidingIn(form: readonly INodeProperties[]): Map<string, number> {
	const names = flat(form).flatMap(({ displayOptions: { show, hide } = {} }) => Object.keys({ ...show, ...hide }));
	return names.reduce((counts, name) => counts.set(name, (counts.get(name) ?? 0) + 1), new Map<string, number>());
}

/** Fields that are chosen from: all drop-downs, and switches that decide what is shown; first the one that decides most. */
function choosing(form: readonly INodeProperties[], given: IDataObject): INodeProperties[] {
	const deciding = decidingIn(form);
	const all = flat(form).filter(
		// Choices that DingTalk names at run time are no choices here.
		(field) =>
			!(field.name in given) &&
			!(field.name in fixed) &&
			choicesOf(field).length > 0 &&
			(field.type === 'options' || (field.type === 'boolean' && deciding.has(field.name))),
	);
	const weight = ({ name }: INodeProperties) => deciding.get(name) ?? 0;
	return all.sort((a, b) => weight(b) - weight(a));
}

/** Every choice that a form offers and that should send something: `messageType = text`. */
export const offered = (placed: Placed, { values = {}, unsent = {} }: Given): string[] =>
	choosing(formOf(placed), values)
		.flatMap((field) => choicesOf(field).map((value) => `${field.name} = ${String(value)}`))
		.filter((choice) => !(choice in unsent));

/** What must be chosen elsewhere so that a field is shown. */
function neededFor({ displayOptions }: INodeProperties, all: readonly INodeProperties[]): Array<[string, unknown]> {
	return Object.entries(displayOptions?.show ?? {}).flatMap(([name, allowed]): Array<[string, unknown]> => {
		const field = all.find((one) => one.name === name);
		return field && allowed ? [...neededFor(field, all), [name, allowed[0]]] : [];
	});
}

/** Every filling: each choice of each field with each choice of the one that decides most of what is shown. */
export function fillings(placed: Placed, { values = {} }: Given): Filling[] {
	const form = formOf(placed);
	const all = choosing(form, values);
	const [first, ...others] = all;
	const bases: Choices[] = first ? choicesOf(first).map((value) => new Map([[first.name, value]])) : [new Map()];
	const choices = bases.flatMap((base) => [
		base,
		...others.flatMap((field) =>
			choicesOf(field).map((value): Choices => new Map([...neededFor(field, all), ...base, [field.name, value]])),
		),
	]);
	const start = { resource: placed.resource.value, operation: placed.operation.value };
	const filled = choices.map((chosen): Filling => {
		const filler = new Filler({ typeVersion: 1 }, chosen, { ...fixed, ...values }, decidingIn(form));
		const parameters = filler.fill(form, start);
		return { parameters: { ...start, ...parameters }, choices: filler.made };
	});
	return [...new Map(filled.map((filling) => [JSON.stringify(filling.parameters), filling])).values()];
}
