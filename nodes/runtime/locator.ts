import type { Field, FieldExtras, ListSource } from './field';

/** What a locator is called, and how its thing may be named. */
interface LocatorWords extends Omit<FieldExtras, 'type' | 'source' | 'options' | 'list'> {
	displayName: string;
	name: string;
	description?: string;
	required?: boolean;
	displayOptions?: Field['displayOptions'];
	/** The list in the editor; without it there are ID and link only. */
	list?: ListSource;
	/** An example of the ID: `e.g. 413678001`. */
	placeholder: string;
	/** Example of a link, where `url` takes one. */
	urlPlaceholder?: string;
	/** Page of an entry, with `{{$value}}` for its id: n8n links to it. */
	page?: string;
}

type LocatorField<D> = Omit<D, 'list' | 'placeholder' | 'urlPlaceholder' | 'page'> & {
	type: 'resourceLocator';
	default: { mode: 'list' | 'id'; value: '' };
	modes: NonNullable<Field['modes']>;
	source: ListSource | undefined;
	typeOptions: Field['typeOptions'];
};

/** Name of the method that fills a locator's list: no workflow stores it. */
export const listMethodOf = (name: string) => `${name}List`;

/** Names of the parameters whose change makes n8n fetch a list anew. */
export const dependsOn = (needs: readonly Field[]): string[] =>
	needs.flatMap(({ name, under, type }) => {
		const path = under === 'options' ? `options.${name}` : name;
		return type === 'resourceLocator' ? [`${path}.value`] : [path];
	});

type Mode = NonNullable<Field['modes']>[number];

const mode = (displayName: string, name: string, rest: Omit<Mode, 'displayName' | 'name'>): Mode => ({
	displayName,
	name,
	...rest,
});

/** n8n marks a link that cannot be one; which part of it is the ID is found by our reader. */
const linkRules = ({ source }: RegExp): Pick<Mode, 'validation' | 'extractValue'> => ({
	validation: [
		{
			type: 'regex',
			properties: { regex: `.*${source}.*`, errorMessage: 'This link leads to something else 该链接指向其他内容' },
		},
	],
	extractValue: { type: 'regex', regex: source },
});

/**
 * A thing of DingTalk: field, modes (list, ID, link) and the list that the editor shows, in one definition. The link mode
 * takes what `url` matches; its first group is the ID.
 */
export function defineLocator<const D extends LocatorWords>(definition: D): LocatorField<D> {
	const { list, placeholder, urlPlaceholder = '', page, ...field } = definition;
	const needs = dependsOn(list?.needs ?? []);
	const searchListMethod = listMethodOf(field.name);
	const modes: NonNullable<Field['modes']> = [
		...(list ? [mode('From List', 'list', { type: 'list', typeOptions: { searchListMethod, searchable: true } })] : []),
		mode('By ID', 'id', { type: 'string', placeholder, ...(page && { url: page }) }),
		...(field.url
			? [mode('By URL', 'url', { type: 'string', placeholder: urlPlaceholder, ...linkRules(field.url) })]
			: []),
	];
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: list ? 'list' : 'id', value: '' },
		modes,
		source: list,
		typeOptions: needs.length > 0 ? { loadOptionsDependsOn: needs } : undefined,
	};
}
