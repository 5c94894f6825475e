import type { Product, Row } from './types';

/** Loads one file of `data/` the first time it is asked for; nothing is loaded at import. */
async function load<T>(file: string): Promise<T> {
	const loaded = (await import(`./data/${file}.json`)) as { default: T };
	return loaded.default;
}

/** Every product, in the order they are shown. */
export const products = async (): Promise<Product[]> => await load<Product[]>('products');

/** The rows of a product, sorted by id; empty for a product there is not. */
export async function rowsOf(product: string): Promise<Row[]> {
	const known = (await products()).some(({ id }) => id === product);
	return known ? await load<Row[]>(product) : [];
}

/** The row with this id (`<product>.<action>`), if there is one. */
export async function findRow(id: string): Promise<Row | undefined> {
	const rows = await rowsOf(id.slice(0, id.indexOf('.')));
	return rows.find((row) => row.id === id);
}
