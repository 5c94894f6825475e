import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Row } from '../../nodes/catalog/types';
import type { Catalog } from './build';
import type { Reference } from './reference';

/** What only the reference data tells about the shipped catalog; kept in `coverage.json`, so that a clone without it can report. */
export interface Coverage {
	/** Addresses of pages of operations. */
	current: number;
	archived: number;
	/** Those that no row has. */
	missing: string[];
	/** SDK operations that are not shipped. */
	leftOut: string[];
}

export function coverageOf({ docs }: Reference, { rows, leftOut }: Catalog): Coverage {
	const pages = new Set(rows.map((row) => row.docs));
	return {
		current: docs.filter(({ archived }) => !archived).length,
		archived: docs.filter(({ archived }) => archived).length,
		missing: docs.map(({ doc_url }) => doc_url).filter((address) => !pages.has(address)),
		leftOut: leftOut.map(({ module, operation, method, path }) => `${module}.${operation} ${method} ${path}`),
	};
}

/** The shipped rows, without the generator. */
export function shippedRows(folder: string): Row[] {
	const files = readdirSync(folder).filter((file) => file.endsWith('.json') && file !== 'products.json');
	return files.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Row[]);
}

const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

/** What of the reference the rows cover, line by line. */
export function report(rows: Row[], { current, archived, missing, leftOut }: Coverage): string {
	const count = (test: (row: Row) => unknown) => rows.filter(test).length;
	const documented = count(({ docs }) => docs);
	const notes = rows.flatMap(({ note }) => note ?? []);
	return [
		`documented operations covered: ${percent(documented, current + archived)}`,
		`  current: ${percent(
			count((row) => row.docs && !row.archived),
			current,
		)}`,
		`  archived: ${percent(
			count((row) => row.archived),
			archived,
		)}`,
		...missing.map((address) => `  missing: ${address}`),
		`undocumented operations (official SDK only): ${count((row) => row.undocumented)}`,
		`rows in all: ${rows.length}`,
		`  api.dingtalk.com ${count(({ host }) => host === 'api')}, oapi.dingtalk.com ${count(({ host }) => host === 'oapi')}`,
		`  with paging ${count(({ paging }) => paging)}, safe to repeat ${count(({ safe }) => safe)}, not counted in the quota ${count(({ quotaFree }) => quotaFree)}`,
		`rows whose sources disagree or are unsure: ${notes.length}, in ${notes.flatMap((note) => note.split('; ')).length} facts`,
		`left out: ${leftOut.length}`,
		...leftOut.map((operation) => `  ${operation}`),
	].join('\n');
}

/** The coverage that the last `npm run catalog` kept. @throws Error that says what to do where there is none. */
export function keptCoverage(file: string): Coverage {
	if (!existsSync(file))
		throw new Error('No coverage is kept: run "npm run catalog" with the folder of the reference data');
	return JSON.parse(readFileSync(file, 'utf8')) as Coverage;
}
