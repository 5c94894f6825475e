/** Most characters that one overwrite takes. https://open.dingtalk.com/document/development/api-doc-updatecontent */
export const MOST_CHARACTERS = 50_000;

/** Markdown cut into parts of at most so many characters, between lines where that is possible. */
export function partsOf(content: string, most = MOST_CHARACTERS): string[] {
	const parts: string[] = [];
	let rest = content;
	while (rest.length > most) {
		const line = rest.lastIndexOf('\n', most);
		const cut = line > 0 ? line : most;
		parts.push(rest.slice(0, cut));
		rest = rest.slice(line > 0 ? cut + 1 : cut);
	}
	return [...parts, rest];
}
