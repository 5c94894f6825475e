import type { INodeParameters, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

/** How n8n asks for a list: the search of a locator, the choices of a drop-down, the columns of a mapper. */
export type ListKind = 'search' | 'options' | 'columns';

/** A method by which a node fills a list of the editor, and one form that shows it. */
export interface ShownList {
	node: INodeTypeDescription;
	kind: ListKind;
	method: string;
	/** Field that has the list. */
	parameter: string;
	/** Resource and operation of the form, where the node has them. */
	form: INodeParameters;
	/** Fields on which the list depends, but for those under Options, which the credential fills in. */
	needs: string[];
}

/** The methods that a field names. */
function methodsOf({ modes = [], typeOptions = {} }: INodeProperties): Array<[ListKind, string]> {
	const named: Array<[ListKind, string | undefined]> = [
		...modes.map((mode): [ListKind, string | undefined] => ['search', mode.typeOptions?.searchListMethod]),
		['options', typeOptions.loadOptionsMethod],
		['columns', typeOptions.resourceMapper?.resourceMapperMethod],
	];
	return named.filter((pair): pair is [ListKind, string] => pair[1] !== undefined);
}

const inner = ({ options = [] }: INodeProperties): INodeProperties[] =>
	options.flatMap((option) =>
		'values' in option ? option.values : 'displayName' in option && 'type' in option ? [option] : [],
	);

const within = (property: INodeProperties): INodeProperties[] => [property, ...inner(property).flatMap(within)];

function formOf({ displayOptions }: INodeProperties): INodeParameters {
	const { resource, operation } = displayOptions?.show ?? {};
	return {
		...(resource && { resource: String(resource[0]) }),
		...(operation && { operation: String(operation[0]) }),
	};
}

const needsOf = ({ typeOptions }: INodeProperties): string[] =>
	(typeOptions?.loadOptionsDependsOn ?? [])
		.filter((path) => !path.startsWith('options.'))
		.map((path) => path.replace(/\.value$/, ''));

/** Every list of a node once, however many of its forms show it. */
export function shownLists(node: INodeTypeDescription): ShownList[] {
	const all = node.properties.flatMap((property) =>
		within(property).flatMap((field) =>
			methodsOf(field).map(([kind, method]) => ({
				node,
				kind,
				method,
				parameter: field.name,
				form: formOf(property),
				needs: needsOf(field),
			})),
		),
	);
	return [...new Map(all.map((list) => [`${list.kind} ${list.method}`, list])).values()];
}

/** The field of that name in the form of a list. */
export const fieldIn = ({ node, form }: ShownList, name: string): INodeProperties | undefined =>
	node.properties.find((property) => {
		const { resource, operation } = property.displayOptions?.show ?? {};
		const isIn = (shown: unknown[] | undefined, value: unknown) => shown === undefined || shown.includes(value);
		return property.name === name && isIn(resource, form.resource) && isIn(operation, form.operation);
	});

/** The list of that field, if it has one. */
export const listOf = (list: ShownList, name: string): ShownList | undefined => {
	const field = fieldIn(list, name);
	const [first] = field ? methodsOf(field) : [];
	return field && first && { ...list, kind: first[0], method: first[1], parameter: name, needs: needsOf(field) };
};
