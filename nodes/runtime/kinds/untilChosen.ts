import type { Field } from '../field';

/**
 * The field as the form has it while what it depends on is not chosen: not at all. n8n asks for its choices or columns at once, and
 * would say in red that there are none. The names count from the root of the form, since the field may stand in a collection.
 */
export function hiddenUntilChosen(field: Field, needs: readonly Field[] = []): Field {
	const chosen = needs.filter(({ required, under }) => required && under !== 'options');
	if (chosen.length === 0) return field;
	const hide = Object.fromEntries(chosen.map(({ name }) => [`/${name}`, ['']]));
	return { ...field, displayOptions: { ...field.displayOptions, hide: { ...field.displayOptions?.hide, ...hide } } };
}
