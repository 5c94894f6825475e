import { join } from 'node:path';
import { build } from './build';
import { writtenNames } from './names';
import { readReference } from './reference';
import { report } from './report';
import { files, writeAll } from './write';

const ROOT = join(__dirname, '../..');

/** `npm run catalog -- [folder] [--report]`: makes the catalog's data from the reference folder, or only tells what it covers. */
function main(args: string[]): void {
	const folder = args.find((arg) => !arg.startsWith('--')) ?? join(ROOT, '../shared/dingtalk');
	const reference = readReference(folder);
	const catalog = build(reference, writtenNames(join(__dirname, 'names')));
	if (args.includes('--report')) {
		console.log(report(reference, catalog));
		return;
	}
	const made = files(catalog.products, catalog.rows);
	writeAll(join(ROOT, 'nodes/catalog/data'), made);
	const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	console.log(`${catalog.rows.length} rows in ${catalog.products.length} products, ${(bytes / 1e6).toFixed(1)} MB`);
}

main(process.argv.slice(2));
