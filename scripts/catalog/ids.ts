import { ids as given } from './overrides';
import { PRODUCTS, productOf } from './products';
import type { DocOperation, SdkOperation } from './reference';

/** `group/positions/query_v2` → `groupPositionsQueryV2`. */
export function camel(text: string): string {
	const words = text.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
	return words.map((word, at) => (at === 0 ? word[0].toLowerCase() : word[0].toUpperCase()) + word.slice(1)).join('');
}

/** How the SDK's records are found: `todo_1_0.createTodoTask`. */
export const sdkKey = ({ module, operation }: { module: string; operation: string }): string =>
	`${module}.${operation}`;

const base = (operation: SdkOperation) => operation.path.split('/')[2];
const major = (operation: SdkOperation) => Number(/_(\d+)_\d+$/.exec(operation.module)?.[1] ?? 1);

/**
 * An id for every SDK operation, documented or not: its own name; where a product has that name twice,
 * modules other than the product's first carry their name in front and later versions a `V2` behind.
 * @returns ids by `sdkKey`
 */
export function sdkIds(operations: SdkOperation[]): Map<string, string> {
	const groups = new Map<string, SdkOperation[]>();
	for (const operation of operations) {
		const id = `${productOf(operation.path)}.${camel(operation.operation)}`;
		groups.set(id, [...(groups.get(id) ?? []), operation]);
	}
	const ids = new Map<string, string>();
	for (const [id, group] of groups) {
		const [product, action] = id.split('.');
		const first = PRODUCTS.find((spec) => spec.id === product)?.paths[0].toLowerCase();
		for (const operation of group) {
			const foreign = group.length > 1 && base(operation).toLowerCase() !== first;
			const later = group.some((other) => base(other) === base(operation) && major(other) < major(operation));
			const word = foreign ? camel(`${base(operation)} ${action[0].toUpperCase()}${action.slice(1)}`) : action;
			ids.set(sdkKey(operation), `${product}.${word}${later ? `V${major(operation)}` : ''}`);
		}
	}
	return ids;
}

/**
 * The id of a page's operation: as given in `overrides.json`; the SDK's; for the legacy API its path
 * without `topapi` and product (`attendance.groupPositionsQuery`); else method and fixed path segments.
 */
export function docId(doc: DocOperation, ofSdk: Map<string, string>): string {
	const fixed = given.find(({ slug }) => slug === doc.slug)?.id;
	if (fixed) return fixed;
	const known = doc.sdk && ofSdk.get(sdkKey(doc.sdk));
	if (known) return known;
	const path = doc.path_corrected ?? doc.path;
	const product = productOf(path);
	const segments = path
		.replace(/^\/(v\d+\.\d+|topapi)\//, '/')
		.split('/')
		.filter((part) => part !== '' && !part.startsWith('{'));
	const bare =
		segments.length > 1 && segments[0].toLowerCase() === product.toLowerCase() ? segments.slice(1) : segments;
	return `${product}.${camel(`${doc.host === 'oapi' ? '' : doc.method.toLowerCase()} ${bare.join(' ')}`)}`;
}

/** @throws naming the ids that two rows want; give one of them another in `overrides.json` */
export function assertUnique(ids: string[]): void {
	const seen = new Set<string>();
	const twice = ids.filter((id) => seen.size === seen.add(id.toLowerCase()).size);
	if (twice.length > 0) throw new Error(`Two rows want one id: ${twice.join(', ')}`);
}
