import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build';
import { writtenNames } from './names';
import { readReference } from './reference';
import { coverageOf, keptCoverage, report, shippedRows } from './report';
import { files, writeAll } from './write';

const ROOT = join(__dirname, '../..');
const DATA = join(ROOT, 'nodes/catalog/data');
const COVERAGE = join(__dirname, 'coverage.json');

/**
 * `npm run catalog -- [folder] [--report]`: makes the catalog's data from the reference folder, or only tells what the shipped data
 * covers. The report needs no reference folder.
 */
function main(args: string[]): void {
	const given = args.find((arg) => !arg.startsWith('--'));
	const folder = given ?? join(ROOT, '../shared/dingtalk');
	const present = existsSync(folder);
	if (args.includes('--report') && !present && given === undefined) {
		console.log(report(shippedRows(DATA), keptCoverage(COVERAGE)));
		return;
	}
	if (!present) throw new Error(`There is no reference data in ${folder}: give its folder`);
	const reference = readReference(folder);
	const catalog = build(reference, writtenNames(join(__dirname, 'names')));
	const coverage = coverageOf(reference, catalog);
	if (args.includes('--report')) {
		console.log(report(catalog.rows, coverage));
		return;
	}
	const made = files(catalog.products, catalog.rows);
	writeAll(DATA, made);
	writeFileSync(COVERAGE, `${JSON.stringify(coverage, null, '\t')}\n`);
	const bytes = [...made.values()].reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	console.log(`${catalog.rows.length} rows in ${catalog.products.length} products, ${(bytes / 1e6).toFixed(1)} MB`);
}

try {
	main(process.argv.slice(2));
} catch (error) {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
}
