import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { build } from '../../../scripts/catalog/build';
import { writtenNames } from '../../../scripts/catalog/names';
import { readReference } from '../../../scripts/catalog/reference';
import { coverageOf, keptCoverage, report, shippedRows } from '../../../scripts/catalog/report';
import { files } from '../../../scripts/catalog/write';

const ROOT = join(__dirname, '../../..');
const REFERENCE = join(ROOT, '../shared/dingtalk');
const NAMES = join(ROOT, 'scripts/catalog/names');
const present = existsSync(REFERENCE);
const here = present ? test : test.skip;
const names = writtenNames(NAMES);
const catalog = present ? build(readReference(REFERENCE), names) : undefined;

here('the reference data makes the shipped data, byte for byte', () => {
	const made = files(catalog?.products ?? [], catalog?.rows ?? []);
	const data = join(ROOT, 'nodes/catalog/data');
	expect([...made.keys()].sort()).toEqual(readdirSync(data).sort());
	for (const [name, text] of made)
		expect([name, readFileSync(join(data, name), 'utf8') === text]).toEqual([name, true]);
});

here('only the listed operations of the SDK are left out', () => {
	expect(catalog?.leftOut.every(({ token, query, body }) => token === 'none' && query.length <= 1 && !body)).toBe(true);
	expect(catalog?.leftOut).toHaveLength(17);
});

here('no written name is left over', () => {
	const ids = new Set(catalog?.rows.map(({ id }) => id));
	expect([...names.keys()].filter((id) => !ids.has(id))).toEqual([]);
});

test('the report needs no reference data, and says the same without it', () => {
	const kept = keptCoverage(join(ROOT, 'scripts/catalog/coverage.json'));
	const text = report(shippedRows(join(ROOT, 'nodes/catalog/data')), kept);
	expect(text).toContain('documented operations covered: 1576 of 1576 (100.0 %)');
	if (catalog) expect(text).toBe(report(catalog.rows, coverageOf(readReference(REFERENCE), catalog)));
});
