import type { Product, Row } from '../../nodes/catalog/types';
import { draft } from './docRow';
import { actionOf, unique } from './ids';
import { derivedName } from './names';
import { productOf, PRODUCTS } from './products';
import type { Reference } from './reference';

export interface Catalog {
	products: Product[];
	rows: Row[];
	/** By row id: where page and SDK give different facts. */
	disagreements: Map<string, string[]>;
}

const version = (module: string | undefined) => {
	const major = /_(\d+)_\d+$/.exec(module ?? '')?.[1] ?? '1';
	return major === '1' ? [] : [`V${major}`];
};

/** Builds the whole catalog from the reference data. Pure: the same input gives the same output. */
export function build(reference: Reference): Catalog {
	const sdk = new Map(reference.sdk.map((operation) => [`${operation.module}.${operation.operation}`, operation]));
	const legacy = new Map(reference.legacy.map((entry) => [entry.class, entry]));
	// Current pages choose their ids before archived ones; the address decides between equals.
	const docs = [...reference.docs].sort((a, b) => Number(a.archived) - Number(b.archived) || (a.slug < b.slug ? -1 : 1));
	const wanted = docs.map((doc) => {
		const product = productOf(doc.path_corrected ?? doc.path);
		return { id: `${product}.${actionOf(doc, product)}`, suffixes: [...version(doc.sdk?.module), ...['2', '3', '4', '5'].map((n) => `_${n}`)] };
	});
	const ids = unique(wanted);
	const disagreements = new Map<string, string[]>();
	const rows = docs.map((doc, at): Row => {
		const witness = { sdk: doc.sdk ? sdk.get(`${doc.sdk.module}.${doc.sdk.operation}`) : undefined, legacy: legacy.get(doc.legacy_sdk_class ?? '') };
		const drafted = draft(doc, witness);
		disagreements.set(ids[at], drafted.disagreements);
		return { id: ids[at], name: derivedName(ids[at].slice(ids[at].indexOf('.') + 1)), zh: doc.title_zh, ...drafted.row };
	});
	const products = PRODUCTS.map(({ id, name, zh }): Product => {
		const count = rows.filter((row) => row.id.startsWith(`${id}.`) && !row.archived && !row.undocumented).length;
		return { id, name, zh, count };
	});
	return { products, rows, disagreements };
}
