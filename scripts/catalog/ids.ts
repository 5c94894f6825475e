import type { DocOperation } from './reference';

/** `group/positions/query_v2` → `groupPositionsQueryV2`. */
export function camel(text: string): string {
	const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
	return words.map((word, at) => (at === 0 ? word[0].toLowerCase() : word[0].toUpperCase()) + word.slice(1)).join('');
}

const VERBS: Record<string, string> = { GET: 'get', POST: 'post', PUT: 'put', PATCH: 'patch', DELETE: 'delete' };

/**
 * The action part of an id. The official SDK's word where it has the operation; for the legacy API
 * its path without `topapi` and product (`group/positions/query` → `groupPositionsQuery`); else
 * method and fixed path segments, which no later page can change.
 */
export function actionOf(doc: DocOperation, product: string): string {
	if (doc.sdk) return doc.sdk.operation;
	const path = doc.path_corrected ?? doc.path;
	const segments = path.replace(/^\/(v\d+\.\d+|topapi)\//, '/').split('/').filter((part) => part !== '' && !part.startsWith('{'));
	const bare = segments.length > 1 && segments[0].toLowerCase() === product.toLowerCase() ? segments.slice(1) : segments;
	const word = camel(bare.join(' '));
	return doc.host === 'oapi' ? word : camel(`${VERBS[doc.method]} ${bare.join(' ')}`);
}

/** An id wanted by several rows goes to the first; the others say what is different about them. */
export interface Wanted {
	id: string;
	/** In order of preference, what may be appended to make it unique: version, product page. */
	suffixes: string[];
}

/** Gives every wanted id or, where it is taken, the id with the first free suffix; throws when none is free. */
export function unique(wanted: Wanted[]): string[] {
	const taken = new Set<string>();
	return wanted.map(({ id, suffixes }) => {
		const free = [id, ...suffixes.map((suffix) => id + suffix)].find((candidate) => !taken.has(candidate.toLowerCase()));
		if (free === undefined) throw new Error(`No free id for ${id}`);
		taken.add(free.toLowerCase());
		return free;
	});
}
