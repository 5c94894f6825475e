import { beginningOf } from '../../protocol/beginning';

/** Most characters that one overwrite takes. https://open.dingtalk.com/document/development/api-doc-updatecontent */
export const MOST_CHARACTERS = 50_000;

/** Markdown cut into parts of at most so many characters, between lines where that is possible. */
export function partsOf(content: string, most = MOST_CHARACTERS): string[] {
	const parts: string[] = [];
	let rest = content;
	while (rest.length > most) {
		const line = rest.lastIndexOf('\n', most);
		const part = line > 0 ? rest.slice(0, line) : beginningOf(rest, most);
		parts.push(part);
		rest = rest.slice(line > 0 ? line + 1 : part.length);
	}
	return [...parts, rest];
}
