import { choicesOf, type Field } from './field';
import { words as builtWords } from './locale';
import type { Resource } from './operation';
import { loomOf, weaveField, weaver, type Words } from './words';

/** A table of words for the expression of a subtitle. */
const table = (words: Iterable<readonly [string, string]>): string => `(${JSON.stringify(Object.fromEntries(words))})`;

/**
 * The words that one of the fields shows for its choices, by their values, for the expression of a subtitle.
 * @throws where there is no such field
 */
export function choiceWords(fields: readonly Field[], name: string, build: Words = builtWords): string {
	const field = fields.find((one) => one.name === name);
	if (!field) throw new Error(`No field is called ${name}`);
	const woven = weaveField(
		field,
		field.name,
		loomOf(() => undefined, undefined, build),
	);
	const shown = (woven.options ?? []).map(({ name }) => name);
	return table(choicesOf(field).map((choice, index) => [String(choice.value), shown[index] ?? choice.name]));
}

/**
 * What stands under a node on the canvas, in the words of its form: "Send · Work Notification". An expression, since n8n knows
 * no other way; `}}` would end it.
 */
export function subtitleOf(resources: readonly Resource[], build: Words = builtWords): string {
	const { label } = weaver(build);
	const named = resources.flatMap((resource) =>
		resource.operations.map(({ name, value, zh }): [string, string] => [
			`${resource.value}/${value}`,
			`${label(name, zh?.name ?? name)} · ${label(resource.name, resource.zh.name)}`,
		]),
	);
	return `={{ ${table(named)}[$parameter["resource"] + "/" + $parameter["operation"]] ?? $parameter["operation"] + ": " + $parameter["resource"] }}`;
}
