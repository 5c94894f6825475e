import { join } from 'node:path';
import { build } from './build';
import { readReference } from './reference';
import { files, writeAll } from './write';

const DATA = join(__dirname, '../../nodes/catalog/data');

function main(args: string[]): void {
	const folder = args.find((arg) => !arg.startsWith('--'));
	if (folder === undefined) throw new Error('Say where the reference data is: npm run catalog -- <folder>');
	const catalog = build(readReference(folder));
	const made = files(catalog.products, catalog.rows);
	writeAll(DATA, made);
	const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	console.log(`${catalog.rows.length} rows in ${catalog.products.length} products, ${(bytes / 1e6).toFixed(1)} MB`);
}

main(process.argv.slice(2));
