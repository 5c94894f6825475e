/**
 * Which names of members may stand in a report. A name can be a value: objects whose members are called after people, columns or
 * departments. So a name is shown when the catalog knows it, or when it is made of the catalog's own words.
 */
import type { Schema } from '../../nodes/catalog/types';
import { rows } from './reads';

const WORD = /[A-Z]+(?![a-z])|[A-Z]?[a-z]+/g;
const wordsOf = (name: string): string[] => (name.match(WORD) ?? []).map((word) => word.toLowerCase());

const known = new Set<string>(['errcode', 'errmsg', 'request_id', 'requestId', 'success', 'code', 'message']);

function learn({ properties = {}, items }: Schema): void {
	for (const [name, member] of Object.entries(properties)) {
		known.add(name);
		learn(member);
	}
	if (items) learn(items);
}
for (const { response, body, query = {}, pathParams = {} } of rows) {
	if (response) learn(response);
	if (body) learn(body);
	for (const name of [...Object.keys(query), ...Object.keys(pathParams)]) known.add(name);
}
const words = new Set([...known].flatMap(wordsOf).filter((word) => word.length > 1));

/** What stands for a name that is not shown. */
export const HIDDEN = '*';

/** The name, or `*` where it may be somebody's. */
export function shownName(name: string): string {
	if (known.has(name)) return name;
	const parts = wordsOf(name);
	const isPlain = /^[A-Za-z][A-Za-z_]{1,40}$/.test(name) && parts.length > 1;
	return isPlain && parts.every((word) => words.has(word)) ? name : HIDDEN;
}

/** A code of DingTalk's, or `*` where it holds anything else: `88/60011`, `invalidParameter.userId`. */
export const shownCode = (code: string): string =>
	/^-?\d{1,8}(\/[\w.]{1,60})?$/.test(code) ||
	(/^[A-Za-z][A-Za-z._: ]{1,80}( \d{3})?$/.test(code) &&
		code
			.split(/[._: ]/)
			.every(
				(part) =>
					known.has(part) ||
					wordsOf(part).length > 1 ||
					/^(HTTP|error|forbidden|invalid|network|html|notFound|not|found|success|false|\d{3})$/i.test(part),
			))
		? code
		: HIDDEN;
