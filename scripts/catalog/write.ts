import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Product, Row } from '../../nodes/catalog/types';

/** A JSON array with one entry per line: small, and a changed row is a changed line. */
export const listing = (entries: object[]): string =>
	`[\n${entries.map((entry) => JSON.stringify(entry)).join(',\n')}\n]\n`;

const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Every file of the catalog's data folder, by name. */
export function files(products: Product[], rows: Row[]): Map<string, string> {
	const made = new Map([['products.json', listing(products)]]);
	for (const { id } of products) {
		const own = rows.filter((row) => row.id.startsWith(`${id}.`)).sort((a, b) => order(a.id, b.id));
		made.set(`${id}.json`, listing(own));
	}
	return made;
}

/** Replaces the data folder's JSON files. */
export function writeAll(folder: string, made: Map<string, string>): void {
	mkdirSync(folder, { recursive: true });
	for (const old of readdirSync(folder)) if (old.endsWith('.json') && !made.has(old)) rmSync(join(folder, old));
	for (const [name, text] of made) writeFileSync(join(folder, name), text);
}
