import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { rowsOf } from '../catalog';
import type { Row } from '../catalog/types';
import { allRows } from './find';

const PAGE = 50;

const mark = ({ archived, undocumented }: Row) => (archived ? ' (archived 已归档)' : undocumented ? ' (undocumented 未公开)' : '');

const toEntry = (row: Row): INodeListSearchItems => ({
	name: `${row.name} ${row.zh}${mark(row)}`,
	value: row.id,
	description: `${row.method} ${row.path}`,
	...(row.docs && { url: row.docs }),
});

/** Every typed word must stand somewhere in names, path or id. */
const fits = (row: Row, words: string[]) => {
	const text = `${row.name} ${row.zh} ${row.method} ${row.path} ${row.id}`.toLowerCase();
	return words.every((word) => text.includes(word));
};

/** Operations of the chosen product, or of all, by English, Chinese, path or id. Archived and undocumented ones only when asked for. */
export async function searchOperations(this: ILoadOptionsFunctions, filter = '', paginationToken = '0'): Promise<INodeListSearchResult> {
	const product = String(this.getCurrentNodeParameter('product') ?? 'all');
	const options = (this.getCurrentNodeParameter('options') ?? {}) as { showArchived?: boolean; showUndocumented?: boolean };
	const rows = product === 'all' ? await allRows() : await rowsOf(product);
	const words = filter.toLowerCase().split(/\s+/).filter(Boolean);
	const shown = rows
		.filter((row) => (options.showArchived || !row.archived) && (options.showUndocumented || !row.undocumented) && fits(row, words))
		.sort((a, b) => a.name.localeCompare(b.name, 'en'));
	const from = Number(paginationToken);
	return { results: shown.slice(from, from + PAGE).map(toEntry), paginationToken: shown.length > from + PAGE ? String(from + PAGE) : undefined };
}
