import { products, rowsOf } from '../catalog';
import type { Row } from '../catalog/types';
import { withoutEndSlashes } from '../protocol/hosts';

/** All rows of all products: reads the whole catalog. */
export const allRows = async (): Promise<Row[]> =>
	(await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();

/** Last part of a documentation address; DingTalk moves pages between folders and sites but keeps it. */
export const pageOf = (address: string) =>
	withoutEndSlashes(address.replace('/#/', '/').split(/[?#]/, 1)[0] ?? '')
		.split('/')
		.pop() ?? '';

/** Rows by the segments of their paths; one of a placeholder takes any. */
interface Branch {
	next: Map<string, Branch>;
	rows: Row[];
}

const ANY = '{}';
const branch = (): Branch => ({ next: new Map(), rows: [] });

function grow(root: Branch, row: Row): void {
	let at = root;
	for (const segment of row.path.split('/')) {
		const key = segment.includes('{') ? ANY : segment;
		const next = at.next.get(key) ?? branch();
		at.next.set(key, next);
		at = next;
	}
	at.rows.push(row);
}

interface Index {
	root: Branch;
	/** By the last part of the documentation address. */
	pages: Map<string, Row[]>;
}

/** Made when the first address is looked up; the catalog does not change. */
let index: Promise<Index> | undefined;

async function made(): Promise<Index> {
	const root = branch();
	const pages = new Map<string, Row[]>();
	for (const row of await allRows()) {
		grow(root, row);
		const page = row.docs === undefined ? undefined : pageOf(row.docs);
		if (page !== undefined) pages.set(page, [...(pages.get(page) ?? []), row]);
	}
	return { root, pages };
}

/** The rows of a documentation page. */
export async function rowsOnPage(page: string): Promise<Row[]> {
	index ??= made();
	return (await index).pages.get(page) ?? [];
}

/**
 * The rows that may be meant by a path: as many segments, and the same ones where the row has no placeholder. What it costs does
 * not grow with the catalog, since every item of a run may name another path.
 */
export async function rowsAlong(path: string): Promise<Row[]> {
	index ??= made();
	let branches = [(await index).root];
	for (const segment of path.split('/')) {
		branches = branches
			.flatMap(({ next }) => [next.get(segment), next.get(ANY)])
			.filter((found) => found !== undefined);
		if (branches.length === 0) break;
	}
	return branches.flatMap(({ rows }) => rows);
}
