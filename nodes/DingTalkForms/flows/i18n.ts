import { isObject } from '../../protocol/json';

/** What a JSON text holds; the text itself where it is none. */
export function parsed(value: unknown): unknown {
	if (typeof value !== 'string' || !/^\s*[[{"]/.test(value)) return value;
	try {
		return JSON.parse(value);
	} catch {
		return value;
	}
}

/** Text that Yida keeps in two languages, or as JSON of those: Chinese where it has it. */
export function i18nText(value: unknown): string {
	const given = parsed(value);
	if (!isObject(given)) return String(given ?? '');
	return String(
		given.zh_CN ?? given.zhCN ?? given.nameInChinese ?? given.en_US ?? given.enUS ?? given.nameInEnglish ?? '',
	);
}
