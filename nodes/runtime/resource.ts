import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { downloadFields, optionsField, pagingFields, simplifyField } from './common';
import type { Field } from './field';
import { expanded, underOptions } from './form';
import { words as builtWords } from './locale';
import { isProcedure, type AnyOperation, type Resource } from './operation';
import { loomOf, noticeText, sentences, weaveField, weaver, type Loom, type Weaver, type Words } from './words';
import runtimeWords from './zh-CN.json';

const pages = (operation: AnyOperation) =>
	isProcedure(operation) ? operation.list === true : operation.paging !== undefined;
const downloads = (operation: AnyOperation) =>
	isProcedure(operation) ? operation.downloads === true : operation.download !== undefined;

const isSimplify = ({ name }: Field) => name === simplifyField.name;

/** Everything that the form of an operation shows: its own fields and those that its kind brings along. A Simplify of its own stands last, too. */
export const fieldsOf = (operation: AnyOperation): readonly Field[] => [
	...operation.fields.filter((field) => !isSimplify(field)),
	...(downloads(operation) ? downloadFields : []),
	...(pages(operation) ? pagingFields : []),
	...(operation.simplify ? [simplifyField] : operation.fields.filter(isSimplify)),
];

function resourceOption({ name, value, description, zh }: Resource, weave: Weaver): INodePropertyOptions {
	const english = weave.label(description, `${name}: ${description}`);
	const chinese = weave.label([zh.name, zh.description].filter(Boolean).join('：'), zh.description);
	return { name: weave.label(name, zh.name), value, description: weave.choice(english, chinese) };
}

function operationOption(operation: AnyOperation, weave: Weaver): INodePropertyOptions {
	const { name, value, action, description } = operation;
	const zh = operation.zh ?? { name, action, description: '' };
	return {
		name: weave.label(name, zh.name),
		value,
		action: weave.searchable(action, zh.action),
		description: weave.both(sentences(description)[0], sentences(zh.description)[0]),
	};
}

/** A select of what comes in the order of its use; the first is chosen at the start. */
function selector(name: 'resource' | 'operation', options: INodePropertyOptions[], weave: Weaver): INodeProperties {
	const displayName = weave.label(name === 'resource' ? 'Resource' : 'Operation', runtimeWords[name].displayName);
	const first = options[0]?.value ?? '';
	return { displayName, name, type: 'options', noDataExpression: true, options, default: first };
}

/** What to know of an operation before it runs, in one place: cost and traps, the permission, the page. */
function noticeOf({ description, permission, docs, value, zh }: AnyOperation, weave: Weaver): INodeProperties[] {
	const details = weave.both(sentences(description)[1], sentences(zh?.description ?? '')[1]);
	const page = `<a href="${docs}" target="_blank">${weave.searchable('Documentation', '文档')}</a>`;
	const facts = [permission && `${weave.searchable('Permission', '权限')} ${permission}`, page]
		.filter(Boolean)
		.join(' · ');
	return [{ displayName: noticeText([details, facts]), name: `${value}Notice`, type: 'notice', default: '' }];
}

/** Properties of one resource; one that several of its operations share is shown for each of them. Every operation's own order holds. */
function resourceFields(resource: Resource, loom: Loom): INodeProperties[] {
	const shown: Array<{ key: string; property: INodeProperties; operations: string[] }> = [];
	for (const operation of resource.operations) {
		const missing = (path: string) => loom.missing(`${resource.value}/${operation.value}: ${path}`);
		const own: Loom = { ...loom, missing };
		if (!operation.zh) missing('the operation');
		const all = fieldsOf(operation);
		const woven = all
			.filter(({ under }) => under === undefined)
			.flatMap(expanded)
			.map((field) => weaveField(field, field.name, own));
		let place = 0;
		for (const property of [...noticeOf(operation, loom.weave), ...woven, optionsOf(all, own)]) {
			const key = JSON.stringify(property);
			// A shared field that stands before this operation's previous one would come too early: then the operation has its own.
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

/** The collection Options: what the operation puts there, then what every call has. */
function optionsOf(fields: readonly Field[], loom: Loom): INodeProperties {
	const own = underOptions(fields);
	return weaveField({ ...optionsField, options: [...own, ...optionsField.options] }, 'options', loom);
}

/** The `properties` of a node and what has no Chinese yet: `resource/operation: field`. */
export function describeWords(
	resources: readonly Resource[],
	build: Words = builtWords,
): { properties: INodeProperties[]; missing: string[] } {
	const missing: string[] = [];
	const weave = weaver(build);
	const loom = loomOf(
		() => undefined,
		(path) => missing.push(path),
		build,
	);
	const properties = [
		selector(
			'resource',
			resources.map((resource) => resourceOption(resource, weave)),
			weave,
		),
		...resources.map((resource) => ({
			...selector(
				'operation',
				resource.operations.map((operation) => operationOption(operation, weave)),
				weave,
			),
			displayOptions: { show: { resource: [resource.value] } },
		})),
		...resources.flatMap((resource) => resourceFields(resource, loom)),
	];
	return { properties, missing };
}

/** The `properties` of a node, derived from its resources: selectors, notices, fields with their display rules, options. */
export const describe = (resources: readonly Resource[], build: Words = builtWords): INodeProperties[] =>
	describeWords(resources, build).properties;
