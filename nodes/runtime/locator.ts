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

/**
 * A thing of DingTalk: field, modes (list, ID, link) and the list that the editor shows, in one definition. The link mode
 * takes what `url` matches; its first group is the ID.
 */
export function defineLocator<const D extends LocatorWords>(definition: D): LocatorField<D> {
	const { list, placeholder, urlPlaceholder, page, ...field } = definition;
	const modes: NonNullable<Field['modes']> = [];
	const needs = dependsOn(list?.needs ?? []);
	if (list)
		modes.push({
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: listMethodOf(field.name), searchable: true },
		});
	modes.push({ displayName: 'By ID', name: 'id', type: 'string', placeholder, ...(page && { url: page }) });
	if (field.url) {
		// n8n marks a link that cannot be one; which part is the ID is found by our reader.
		const regex = field.url.source;
		modes.push({
			displayName: 'By URL',
			name: 'url',
			type: 'string',
			placeholder: urlPlaceholder ?? '',
			validation: [
				{
					type: 'regex',
					properties: { regex: `.*${regex}.*`, errorMessage: 'This link leads to something else 链接不正确' },
				},
			],
			extractValue: { type: 'regex', regex },
		});
	}
	return {
		...field,
		type: 'resourceLocator',
		default: { mode: list ? 'list' : 'id', value: '' },
		modes,
		source: list,
		typeOptions: needs.length > 0 ? { loadOptionsDependsOn: needs } : undefined,
	};
}
