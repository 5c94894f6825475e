/** What all generated pages are made of: tables, links, the two languages. */
const cell = (text: string) => text.replace(/\|/g, '\\|').replace(/\n+/g, ' ');

export const table = (head: string[], rows: string[][]): string =>
	[head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.map(cell).join(' | ')} |`).join('\n');

/** Chooses between the two languages of a page. */
export const speak =
	(chinese: boolean) =>
	<T>(en: T, zh: T): T =>
		chinese ? zh : en;

/** `docs/nodes/calendar` → the file of a language. */
export const fileOf = (page: string, chinese: boolean): string => `${page}${chinese ? '.zh-CN' : ''}.md`;

/** A node's description in one language: it is written as English, then Chinese. */
export function describe(description: string, chinese: boolean): string {
	const [, english, zh] = /^(.*?[.!]?) (?=\p{Script=Han})(.*)$/su.exec(description) ?? [];
	return (chinese ? zh : english) || description;
}

/** The sentences of a text that speak of calls, in its own language. */
export function costOf(text: string, chinese: boolean): string {
	const parts = chinese ? text.split(/(?<=[。；])/) : text.split(/(?<=\.) /);
	const said = parts.filter((part) => (chinese ? /调用|[一两三四]次/ : /\bcalls?\b/i).test(part));
	return said
		.map((part) => part.trim())
		.join(chinese ? '' : ' ')
		.replace(/[；。]$/, '');
}
