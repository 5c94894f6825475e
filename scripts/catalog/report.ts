import type { Row } from '../../nodes/catalog/types';
import type { Catalog } from './build';
import type { Reference } from './reference';

const percent = (part: number, whole: number) => `${part} of ${whole} (${((100 * part) / whole).toFixed(1)} %)`;

/** What of the reference the catalog covers, line by line. */
export function report(reference: Reference, { rows, disagreements, leftOut }: Catalog): string {
	const pages = new Set(rows.map(({ docs }) => docs));
	const covered = (archived?: boolean) => {
		const wanted = reference.docs.filter((doc) => archived === undefined || doc.archived === archived);
		return percent(wanted.filter((doc) => pages.has(doc.doc_url)).length, wanted.length);
	};
	const count = (test: (row: Row) => unknown) => rows.filter(test).length;
	return [
		`documented operations covered: ${covered()}`,
		`  current: ${covered(false)}`,
		`  archived: ${covered(true)}`,
		`undocumented operations (official SDK only): ${count((row) => row.undocumented)}`,
		`rows in all: ${rows.length}`,
		`  api.dingtalk.com ${count(({ host }) => host === 'api')}, oapi.dingtalk.com ${count(({ host }) => host === 'oapi')}`,
		`  with paging ${count(({ paging }) => paging)}, safe to repeat ${count(({ safe }) => safe)}, not counted in the quota ${count(({ quotaFree }) => quotaFree)}`,
		`rows whose sources disagree or are unsure: ${disagreements.size}, in ${[...disagreements.values()].flat().length} facts`,
		`left out: ${leftOut.length}`,
		...leftOut.map(({ module, operation, method, path }) => `  ${module}.${operation} ${method} ${path}`),
	].join('\n');
}
