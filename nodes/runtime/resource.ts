import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { listFields, optionsField, simplifyField } from './common';
import type { Field, FieldGroup } from './field';
import { isProcedure, type AnyOperation, type ChineseField, type Resource } from './operation';
import { sentences, weaveField, weaver, type ChineseOf, type Weaver } from './words';
import runtimeWords from './zh-CN.json';

/** Fields of several resources and their Chinese. */
export type SharedWords = Record<string, ChineseField>;

const pages = (operation: AnyOperation) =>
	isProcedure(operation) ? operation.list === true : operation.paging !== undefined;

/** Everything that the form of an operation shows: its own fields and those that its kind brings along. */
export const fieldsOf = (operation: AnyOperation): readonly Field[] => [
	...operation.fields,
	...(pages(operation) ? listFields : []),
	...(operation.simplify ? [simplifyField] : []),
];

/** Name of the field that takes more people beside a field of people. */
export const moreOf = (name: string) => `${name}More`;

/** Beside every top-level field of people: further people, each with a locator of their own. */
function moreField({ displayName, name, modes, displayOptions }: Field): INodeProperties {
	const person: INodeProperties = {
		displayName: 'Person',
		name: 'person',
		type: 'resourceLocator',
		default: { mode: 'list', value: '' },
		modes,
	};
	return {
		displayName: `More ${displayName}`,
		name: moreOf(name),
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Person',
		default: {},
		...(displayOptions && { displayOptions }),
		options: [{ displayName: 'Person', name: 'people', values: [person] }],
	};
}

const isField = (option: Field | FieldGroup | INodePropertyOptions): option is Field => 'type' in option;
const isGroup = (option: Field | FieldGroup | INodePropertyOptions): option is FieldGroup => 'values' in option;

/** A field as n8n knows it: without our extras. Length limits and lists are ours to check; n8n gets the plain property. */
function plain({
	person,
	many,
	list,
	binary,
	fallback,
	maxLength,
	maxItems,
	options,
	...property
}: Field): INodeProperties {
	void [person, many, list, binary, maxLength, maxItems];
	// What a credential can stand in for may be left empty in the form.
	const rest: INodeProperties = fallback ? { ...property, required: false } : { ...property };
	if (!options) return rest;
	return {
		...rest,
		options: options.map((option) => {
			if (isGroup(option)) return { ...option, values: option.values.map(plain) };
			return isField(option) ? plain(option) : option;
		}) as INodeProperties['options'],
	};
}

/** What a field puts into the form. */
const propertiesOf = (field: Field): INodeProperties[] =>
	field.person && field.many ? [plain(field), moreField(field)] : [plain(field)];

/** Where a resource's field finds its Chinese: the operation's own, the resource's, the shared ones, the runtime's. */
const chineseFor =
	(resource: Resource, operation: string, shared: SharedWords): ChineseOf =>
	(path) => {
		const own = (name: string) =>
			resource.zh.fields[`${operation}/${name}`] ??
			resource.zh.fields[name] ??
			shared[name] ??
			(runtimeWords as SharedWords)[name];
		const more = /^(\w+)More(\..*)?$/.exec(path);
		if (!more || own(path)) return own(path);
		const { displayName, placeholder } = runtimeWords.more;
		return more[2]
			? { displayName: runtimeWords.person.displayName }
			: { displayName: `${displayName}${own(more[1] ?? '')?.displayName ?? ''}`, placeholder };
	};

function resourceOption({ name, value, description, zh }: Resource, weave: Weaver): INodePropertyOptions {
	const english = weave.label(description, `${name}: ${description}`);
	const chinese = weave.label([zh.name, zh.description].filter(Boolean).join('：'), zh.description);
	return { name: weave.label(name, zh.name), value, description: weave.choice(english, chinese) };
}

/** Tooltip of a resource's operations: what a call costs and its traps, for which the two lines of a choice have no room. */
function detailsOf({ operations, zh }: Resource, weave: Weaver): string {
	const named = (name: string, text: string, colon: string) => (text === '' ? '' : `${name}${colon}${text}`);
	return operations
		.map(({ name, value, description }) => {
			const words = zh.operations[value];
			return weave.both(
				named(name, sentences(description)[1], ': '),
				words ? named(words.name, sentences(words.description)[1], '：') : '',
			);
		})
		.filter(Boolean)
		.join('<br>');
}

function operationOption(resource: Resource, operation: AnyOperation, weave: Weaver): INodePropertyOptions {
	const zh = resource.zh.operations[operation.value] ?? {
		name: operation.name,
		action: operation.action,
		description: '',
	};
	return {
		name: weave.label(operation.name, zh.name),
		value: operation.value,
		action: weave.searchable(operation.action, zh.action),
		description: weave.choice(operation.description, zh.description),
	};
}

function selector(name: 'resource' | 'operation', options: INodePropertyOptions[], weave: Weaver): INodeProperties {
	const en = name === 'resource' ? 'Resource' : 'Operation';
	const displayName = weave.label(en, runtimeWords[name].displayName);
	const sorted = [...options].sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const first = options[0]?.value ?? '';
	return { displayName, name, type: 'options', noDataExpression: true, options: sorted, default: first };
}

/** Fields of one resource; a field that several of its operations share becomes one property shown for each of them. Every operation's own order holds. */
function resourceFields(resource: Resource, shared: SharedWords, weave: Weaver): INodeProperties[] {
	const shown: Array<{ key: string; property: INodeProperties; operations: string[] }> = [];
	for (const operation of resource.operations) {
		const chineseOf = chineseFor(resource, operation.value, shared);
		let place = 0;
		for (const plainField of fieldsOf(operation).flatMap(propertiesOf)) {
			const property = weaveField(plainField, plainField.name, chineseOf, weave);
			const key = JSON.stringify(property);
			// One that stands before this operation's previous field would come too early: then the operation has its own.
			const known = shown.findIndex((other, index) => index >= place && other.key === key);
			if (known < 0) shown.splice(place, 0, { key, property, operations: [operation.value] });
			else shown[known]?.operations.push(operation.value);
			place = (known < 0 ? place : known) + 1;
		}
	}
	return shown.map(({ property, operations }) => ({
		...property,
		displayOptions: {
			...property.displayOptions,
			show: { resource: [resource.value], operation: operations, ...property.displayOptions?.show },
		},
	}));
}

/** The `properties` of a node, derived from its resources: selectors, fields with their display rules, options. */
export function describe(
	resources: readonly Resource[],
	shared: SharedWords,
	weave: Weaver = weaver(),
): INodeProperties[] {
	const runtimeChinese: ChineseOf = (path) => (runtimeWords as SharedWords)[path];
	return [
		selector(
			'resource',
			resources.map((resource) => resourceOption(resource, weave)),
			weave,
		),
		...resources.map((resource) => ({
			...selector(
				'operation',
				resource.operations.map((operation) => operationOption(resource, operation, weave)),
				weave,
			),
			description: detailsOf(resource, weave),
			displayOptions: { show: { resource: [resource.value] } },
		})),
		...resources.flatMap((resource) => resourceFields(resource, shared, weave)),
		weaveField(plain(optionsField), 'options', runtimeChinese, weave),
	];
}
