import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';
import { locale as builtLocale } from './locale';
import type { ChineseField } from './operation';

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

/** A text's first sentence and what comes after it. */
export function sentences(text: string): [first: string, rest: string] {
	const [, first = text, rest = ''] = /^(.*?(?:\. |。))(.+)$/s.exec(text) ?? [];
	return [first.trim(), rest];
}

export const weaver = (locale: 'en' | 'zh-CN' = builtLocale): Weaver => {
	const english = locale === 'en';
	const both: Weaver['both'] = (en, zh) => (english ? join(en, zh) : join(zh, en));
	return {
		label: (en, zh) => (english ? en : zh),
		both,
		choice: (en, zh) => {
			const [enFirst, enRest] = sentences(en);
			const [zhFirst, zhRest] = sentences(zh);
			return join(both(enFirst, zhFirst), both(enRest, zhRest));
		},
		searchable: (en, zh) => (english ? `${en} ${zh}` : `${zh} ${en}`),
	};
};

/** Finds a field's Chinese words by its path (`additionalFields.dueTime`). */
export type ChineseOf = (path: string) => ChineseField | undefined;

const isGroup = (
	option: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): option is INodePropertyCollection => 'values' in option;
const isValue = (
	option: INodeProperties | INodePropertyOptions | INodePropertyCollection,
): option is INodePropertyOptions => 'value' in option;

/** Ways to name a thing in a resource locator. */
const modeNames: Record<string, string> = {
	'From List': '从列表选择',
	'By User ID': '按 userId',
	'By Union ID': '按 unionId',
	'By Mobile': '按手机号',
	'By ID': '按 ID',
	'By URL': '按网址',
};

/** Words of fields that nobody translated: a test reads this list and fails unless it is empty. */
export const missingWords = new Set<string>();

/** A field with its Chinese woven in, inner fields too. The tooltip always names the field in the other language. */
export function weaveField(
	field: INodeProperties,
	path: string,
	chineseOf: ChineseOf,
	weave: Weaver = weaver(),
): INodeProperties {
	const zh = chineseOf(path);
	if (!zh && field.type !== 'hidden') missingWords.add(path);
	const zhName = zh?.displayName ?? field.displayName;
	const english = weave.label('en', 'zh') === 'en';
	const zhText = english ? [zhName, zh?.description].filter(Boolean).join('：') : (zh?.description ?? '');
	const enText = english
		? (field.description ?? '')
		: [field.displayName, field.description].filter(Boolean).join(': ');
	// A notice has no tooltip: both languages stand in its text.
	const woven: INodeProperties = {
		...field,
		displayName: (field.type === 'notice' ? weave.both : weave.label)(field.displayName, zhName),
	};
	if (field.type !== 'hidden' && field.type !== 'notice') woven.description = weave.both(enText, zhText);
	if (field.placeholder && zh?.placeholder) woven.placeholder = weave.label(field.placeholder, zh.placeholder);
	if (field.modes)
		woven.modes = field.modes.map((mode) => ({
			...mode,
			displayName: weave.label(mode.displayName, modeNames[mode.displayName] ?? mode.displayName),
		}));
	if (field.options)
		woven.options = field.options.map((option) =>
			weaveOption(option, path, chineseOf, zh, weave),
		) as INodeProperties['options'];
	return woven;
}

/** The fields of a form with their Chinese woven in, found by their names. */
export const weaveFields = (
	fields: INodeProperties[],
	chinese: Readonly<Record<string, ChineseField>>,
	weave?: Weaver,
): INodeProperties[] => fields.map((field) => weaveField(field, field.name, (path) => chinese[path], weave));

function weaveOption(
	option: INodeProperties | INodePropertyOptions | INodePropertyCollection,
	path: string,
	chineseOf: ChineseOf,
	zh: ChineseField | undefined,
	weave: Weaver,
): INodeProperties | INodePropertyOptions | INodePropertyCollection {
	if (isGroup(option)) {
		const inner = `${path}.${option.name}`;
		const displayName = weave.label(option.displayName, chineseOf(inner)?.displayName ?? option.displayName);
		return {
			...option,
			displayName,
			values: option.values.map((field) => weaveField(field, `${inner}.${field.name}`, chineseOf, weave)),
		};
	}
	if (!isValue(option)) return weaveField(option, `${path}.${option.name}`, chineseOf, weave);
	const words = zh?.options?.[String(option.value)];
	if (words === undefined) {
		missingWords.add(`${path}=${String(option.value)}`);
		return option;
	}
	if (weave.label('en', 'zh') === 'en')
		return { ...option, description: weave.choice(option.description ?? '', words === option.name ? '' : words) };
	// "名称：说明" names and describes.
	const [, name = words, text = ''] = /^([^：]+)：(.+)$/s.exec(words) ?? [];
	const english = [name === option.name ? '' : option.name, option.description].filter(Boolean).join(': ');
	return { ...option, name, description: weave.choice(english, text) };
}
