import type { Product, Row } from './types';

const loaded = new Map<string, Promise<{ default: unknown }>>();

/** Loads one file of `data/` the first time it is asked for; nothing is loaded at import. */
async function load<T>(file: string): Promise<T> {
	const known = loaded.get(file) ?? (import(`./data/${file}.json`) as Promise<{ default: unknown }>);
	loaded.set(file, known);
	return (await known).default as T;
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
