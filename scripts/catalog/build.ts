import type { Product, Row } from '../../nodes/catalog/types';
import { draft } from './docRow';
import { assertUnique, docId, sdkIds, sdkKey } from './ids';
import { nameRows } from './names';
import * as overrides from './overrides';
import { pagingOf } from './paging';
import { PRODUCTS } from './products';
import type { DocOperation, Reference, SdkOperation } from './reference';
import { replacements } from './replaced';
import { safeOf } from './safe';
import { isLeftOut, sdkRow } from './sdkRow';

export interface Catalog {
	products: Product[];
	rows: Row[];
	/** By row id: where page and SDK give different facts. */
	disagreements: Map<string, string[]>;
	/** SDK operations that are not shipped. */
	leftOut: SdkOperation[];
}

const actionIn = (id: string) => id.slice(id.indexOf('.') + 1);

/** Largest page sizes: `<page>.<parameter>` → number. */
function largest(reference: Reference): Map<string, number> {
	return new Map(
		reference.limits.flatMap(({ slug, param, limits }) => {
			const most = limits.find(({ keyword }) => !keyword.startsWith('最小'));
			return most ? [[`${slug}.${param.split('.').pop()}`, most.value] as const] : [];
		}),
	);
}

function documented(reference: Reference, ids: Map<string, string>, disagreements: Catalog['disagreements']): Row[] {
	const sdk = new Map(reference.sdk.map((operation) => [sdkKey(operation), operation]));
	const legacy = new Map(reference.legacy.map((entry) => [entry.class, entry]));
	const sizes = largest(reference);
	const idOf = new Map(reference.docs.map((doc) => [doc.slug, docId(doc, ids)]));
	const replacedBys = replacements(reference.docs, idOf);
	const rowOf = (doc: DocOperation, id: string): Row => {
		const { row, disagreements: found } = draft(doc, {
			sdk: doc.sdk ? sdk.get(sdkKey(doc.sdk)) : undefined,
			legacy: legacy.get(doc.legacy_sdk_class ?? ''),
		});
		const replacedBy = replacedBys(doc).filter((other) => other !== id);
		if (found.length > 0) disagreements.set(id, found);
		return {
			id,
			name: '',
			zh: doc.title_zh,
			...row,
			replacedBy: replacedBy.length > 0 ? replacedBy : undefined,
			paging: pagingOf(row, (param) => ({
				max: sizes.get(`${doc.slug}.${param}`),
				words: [...doc.query_params, ...doc.body_params].find(({ name }) => name === param)?.description_zh,
			})),
			safe: safeOf(row, actionIn(id)) || undefined,
			note: found.join('; ') || undefined,
		};
	};
	return reference.docs.map((doc) => rowOf(doc, idOf.get(doc.slug) ?? ''));
}

function undocumented(operations: SdkOperation[], ids: Map<string, string>): Row[] {
	return operations.map((operation): Row => {
		const id = ids.get(sdkKey(operation)) ?? '';
		const { row, response } = sdkRow(operation);
		return {
			id,
			name: '',
			...row,
			paging: pagingOf({ ...row, response }, () => ({})),
			safe: safeOf(row, actionIn(id)) || undefined,
		};
	});
}

/**
 * Builds the whole catalog from the reference data. Pure: the same input gives the same output.
 * @param names the hand-written names by row id
 */
export function build(reference: Reference, names: Map<string, string>): Catalog {
	const ids = sdkIds(reference.sdk);
	const onPages = new Set(reference.docs.flatMap(({ sdk }) => (sdk ? sdkKey(sdk) : [])));
	const others = reference.sdk.filter((operation) => !onPages.has(sdkKey(operation)));
	const leftOut = others.filter(isLeftOut);
	const disagreements: Catalog['disagreements'] = new Map();
	const rows = [
		...documented(reference, ids, disagreements),
		...undocumented(
			others.filter((operation) => !isLeftOut(operation)),
			ids,
		),
	];
	assertUnique(rows.map(({ id }) => id));
	for (const { id, set } of overrides.rows) {
		const row = rows.find((candidate) => candidate.id === id);
		if (!row) throw new Error(`Override for ${id}, which is not there`);
		overrides.correct(row, set);
	}
	rows.sort((a, b) => (a.id < b.id ? -1 : 1));
	nameRows(rows, names);
	const products = PRODUCTS.map(({ id, name, zh }): Product => {
		const count = rows.filter((row) => row.id.startsWith(`${id}.`) && !row.archived && !row.undocumented).length;
		return { id, name, zh, count };
	});
	return { products, rows, disagreements, leftOut };
}
