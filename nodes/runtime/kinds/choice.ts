import { choicesOf, type Field } from '../field';
import { InputError } from '../inputError';
import { dependsOn, listMethodOf } from '../locator';
import { splitList } from '../people';
import { atMost, isBlank, shown, type Kind } from './kind';
import { hiddenUntilChosen } from './untilChosen';

/** Choices that DingTalk names only at run time are not known here. */
const isOpen = ({ source, typeOptions }: Field) => source !== undefined || typeOptions?.loadOptionsMethod !== undefined;

/** The choice that a value means, also where a number came as text. @throws InputError naming the allowed values. */
function chosen(field: Field, raw: unknown): unknown {
	if (isOpen(field)) return String(raw).trim();
	const choices = choicesOf(field);
	const written = typeof raw === 'string' ? raw.trim() : raw;
	const found =
		choices.find(({ value }) => value === written) ?? choices.find(({ value }) => String(value) === String(written));
	if (found) return found.value;
	const allowed = choices.map(({ name, value }) => (String(value) === name ? name : `${String(value)} (${name})`));
	throw new InputError(
		field.displayName,
		`"${shown(raw)}" is not one of its values: ${allowed.join(', ')}`,
		`“${shown(raw)}”不是可选值，可选：${choices.map(({ value, zh, name }) => `${String(value)}（${zh?.split('：')[0] ?? name}）`).join('、')}`,
	);
}

/** Choices that DingTalk names at run time are loaded by a method of the node. */
const loading = (field: Field): Field[] => {
	if (!field.source) return [field];
	const needs = dependsOn(field.source.needs);
	const typeOptions = {
		...field.typeOptions,
		loadOptionsMethod: listMethodOf(field.name),
		...(needs.length > 0 && { loadOptionsDependsOn: needs }),
	};
	return [hiddenUntilChosen({ ...field, typeOptions }, field.source.needs)];
};

export const choice: Kind = {
	properties: loading,
	isEmpty: (_, raw) => isBlank(raw),
	read: (field, raw) => chosen(field, raw),
	sample: (field) => field.default || (choicesOf(field)[0]?.value ?? '1'),
};

export const choices: Kind = {
	properties: loading,
	isEmpty: (_, raw) => isBlank(raw),
	untouched: () => [],
	read: (field, raw) => {
		const entries: unknown[] = Array.isArray(raw) ? raw : splitList(raw);
		return atMost(field, [...new Set(entries.filter((entry) => !isBlank(entry)).map((entry) => chosen(field, entry)))]);
	},
	sample: (field) =>
		isOpen(field)
			? ['1']
			: choicesOf(field)
					.map(({ value }) => value)
					.slice(0, field.maxItems),
};
