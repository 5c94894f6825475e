import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import type { Choice, Field, FieldGroup } from './field';
import { words as builtWords, type Words } from './locale';
import { limitsOf } from './limits';

export type { Words } from './locale';

/** Chinese words of a field as tables of words have them (credentials, trigger, API Call). */
export interface ChineseField {
	displayName: string;
	description?: string;
	placeholder?: string;
	/** Names of the options by value. */
	options?: Record<string, string>;
}

/** English words with their Chinese, turned into what n8n shows in the language of the build. */
export interface Weaver {
	/** A label: one language. */
	label: (en: string, zh: string) => string;
	/** A tooltip or description: the label's language first, then the other. */
	both: (en: string, zh: string) => string;
	/** Description of a choice in a drop-down, where n8n shows two lines: the first sentences stand there, the rest follows. */
	choice: (en: string, zh: string) => string;
	/** A label that must be found in either language: "Send a work notification 发送工作通知". */
	searchable: (en: string, zh: string) => string;
}

/** n8n renders line breaks in tooltips from HTML. */
const join = (first: string, second: string) => [first, second].filter((part) => part !== '').join('<br>');

/** Lines of a notice, one below the other: n8n keeps lists and links in a notice, and drops line breaks (`Notice.vue` of 2.40). */
export const noticeText = (lines: readonly string[]): string => {
	const filled = lines.flatMap((line) => line.split('<br>')).filter((line) => line !== '');
	return filled.length > 1 ? `<ul>${filled.map((line) => `<li>${line}</li>`).join('')}</ul>` : filled.join('');
};

/** A text's first sentence and what comes after it. */
export function sentences(text: string): [first: string, rest: string] {
	const [, first = text, rest = ''] = /^(.*?(?:\. |。))(.+)$/s.exec(text) ?? [];
	return [first.trim(), rest];
}

/** The package comes in three builds: English, Chinese, and English labels that both languages explain. */
export const weaver = (build: Words = builtWords): Weaver => {
	const one = build === 'en' ? (en: string) => en : undefined;
	const chineseFirst = build === 'zh-CN';
	const both: Weaver['both'] = one ?? ((en, zh) => (chineseFirst ? join(zh, en) : join(en, zh)));
	return {
		label: (en, zh) => (chineseFirst ? zh : en),
		both,
		choice:
			one ??
			((en, zh) => {
				const [enFirst, enRest] = sentences(en);
				const [zhFirst, zhRest] = sentences(zh);
				return join(both(enFirst, zhFirst), both(enRest, zhRest));
			}),
		searchable: one ?? ((en, zh) => (chineseFirst ? `${zh} ${en}` : `${en} ${zh}`)),
	};
};

/** Finds a field's Chinese words by its path (`additionalFields.dueTime`) where the field does not carry them. */
export type ChineseOf = (path: string) => ChineseField | undefined;

/** What weaving knows besides the field: the language of the build, and where it notes what has no Chinese. */
export interface Loom {
	weave: Weaver;
	build: Words;
	chineseOf: ChineseOf;
	missing: (path: string) => void;
}

export const loomOf = (
	chineseOf: ChineseOf,
	missing: (path: string) => void = () => undefined,
	build: Words = builtWords,
): Loom => ({
	weave: weaver(build),
	build,
	chineseOf,
	missing,
});

type Option = Field | FieldGroup | Choice | INodeProperties;
const isGroup = (option: Option): option is FieldGroup => 'values' in option && Array.isArray(option.values);
const isChoice = (option: Option): option is Choice => 'value' in option;

/** Ways to name a thing in a resource locator. */
const modeNames: Record<string, string> = {
	'From List': '从列表选择',
	'By User ID': '按 userId',
	'By Union ID': '按 unionId',
	'By Mobile': '按手机号',
	// What stands in an empty list of people.
	'Name, pinyin, mobile or user ID': '姓名、拼音、手机号或 userId',
	'By ID': '按 ID',
	'By URL': '按网址',
};

function chineseFor(field: Field | INodeProperties, path: string, { chineseOf }: Loom): ChineseField | undefined {
	const zh = 'zh' in field ? field.zh : undefined;
	if (zh === undefined) return chineseOf(path);
	return typeof zh === 'string'
		? { displayName: zh }
		: { displayName: zh.name, description: zh.description, placeholder: zh.placeholder };
}

/** Sentences one after the other: a full stop only between them. */
const sentence = (parts: Array<string | undefined>, stop: string) =>
	parts
		.filter((part): part is string => part !== undefined && part !== '')
		.map((part, index, all) => (index < all.length - 1 && !/[.。]$/.test(part) ? `${part}${stop}` : part))
		.join(stop === '. ' ? ' ' : '')
		.replace(/\.\s{2,}/g, '. ');

/** A field with its Chinese woven in, inner fields too, and its limits told. The tooltip always names the field in the other language. */
export function weaveField(field: Field | INodeProperties, path: string, loom: Loom): INodeProperties {
	const { weave, build } = loom;
	const zh = chineseFor(field, path, loom);
	if (!zh && field.type !== 'hidden') loom.missing(path);
	const zhName = zh?.displayName ?? field.displayName;
	const limits = limitsOf(field);
	const enWords = sentence([field.description, limits?.en], '. ');
	const zhWords = sentence([zh?.description, limits?.zh], '。');
	const named = (name: string, words: string, colon: string) => [name, words].filter(Boolean).join(colon);
	const zhText = build === 'both' ? named(zhName, zhWords, '：') : zhWords;
	const enText = build === 'zh-CN' ? named(field.displayName, enWords, ': ') : enWords;
	const { options, modes, placeholder } = field;
	// A notice has no tooltip: both languages stand in its text.
	const woven: Record<string, unknown> = {
		...field,
		displayName:
			field.type === 'notice'
				? noticeText([weave.both(field.displayName, zhName)])
				: weave.label(field.displayName, zhName),
	};
	if (field.type !== 'hidden' && field.type !== 'notice') woven.description = weave.both(enText, zhText);
	if (placeholder && zh?.placeholder) woven.placeholder = weave.label(placeholder, zh.placeholder);
	if (modes)
		woven.modes = modes.map((mode) => ({
			...mode,
			displayName: weave.label(mode.displayName, modeNames[mode.displayName] ?? mode.displayName),
			...(mode.type === 'list' &&
				mode.placeholder && {
					placeholder: weave.label(mode.placeholder, modeNames[mode.placeholder] ?? mode.placeholder),
				}),
		}));
	if (options) woven.options = (options as readonly Option[]).map((option) => weaveOption(option, path, zh, loom));
	return plain(woven);
}

/** The property as n8n knows it: without our extras. */
function plain(woven: Record<string, unknown>): INodeProperties {
	const property: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(woven))
		if (!EXTRAS.has(name) && value !== undefined) property[name] = value;
	// What a credential can stand in for may be left empty in the form.
	if (woven.fallback) property.required = false;
	return property as unknown as INodeProperties;
}

const EXTRAS = new Set([
	'zh',
	'person',
	'many',
	'list',
	'binary',
	'id',
	'digits',
	'zone',
	'day',
	'pattern',
	'under',
	'fallback',
	'maxLength',
	'maxItems',
	'source',
	'url',
	'mapper',
]);

/** The fields of a form with their Chinese woven in, found by their names. */
export const weaveFields = (
	fields: readonly INodeProperties[],
	chinese: Readonly<Record<string, ChineseField>>,
	build?: Words,
): INodeProperties[] =>
	fields.map((field) =>
		weaveField(
			field,
			field.name,
			loomOf((path) => chinese[path], undefined, build),
		),
	);

function weaveOption(
	option: Option,
	path: string,
	zh: ChineseField | undefined,
	loom: Loom,
): INodeProperties | INodePropertyOptions | INodePropertyCollection {
	const { weave, chineseOf } = loom;
	if (isGroup(option)) {
		const inner = `${path}.${option.name}`;
		const zhName = option.zh ?? chineseOf(inner)?.displayName ?? option.displayName;
		const values = option.values.map((field) => weaveField(field, `${inner}.${field.name}`, loom));
		return { name: option.name, displayName: weave.label(option.displayName, zhName), values };
	}
	if (isChoice(option)) return weaveChoice(option, path, zh, loom);
	return weaveField(option, `${path}.${option.name}`, loom);
}

/** "名称：说明" names and describes. */
function weaveChoice(
	{ zh: own, ...option }: Choice,
	path: string,
	zh: ChineseField | undefined,
	loom: Loom,
): INodePropertyOptions {
	const { weave, build } = loom;
	const words = own ?? zh?.options?.[String(option.value)];
	if (words === undefined) {
		loom.missing(`${path}=${String(option.value)}`);
		return option;
	}
	const { description = '' } = option;
	if (build !== 'zh-CN') {
		const woven = weave.choice(description, words === option.name ? '' : words);
		return { ...option, ...(woven && { description: woven }) };
	}
	const [, name = words, text = ''] = /^([^：]+)：(.+)$/s.exec(words) ?? [];
	const english = [name === option.name ? '' : option.name, description].filter(Boolean).join(': ');
	return { ...option, name, description: weave.choice(english, text) };
}

/** Paths of the words in a form that have no Chinese. */
export function withoutChinese(
	fields: readonly INodeProperties[],
	chinese: Readonly<Record<string, ChineseField>>,
): string[] {
	const missing: string[] = [];
	for (const field of fields)
		weaveField(
			field,
			field.name,
			loomOf(
				(path) => chinese[path],
				(path) => missing.push(path),
			),
		);
	return missing;
}
