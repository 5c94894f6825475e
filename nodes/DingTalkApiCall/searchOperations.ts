import type { ILoadOptionsFunctions, INodeListSearchItems, INodeListSearchResult } from 'n8n-workflow';
import { products, rowsOf } from '../catalog';
import type { Product, Row } from '../catalog/types';
import { placesOf } from '../runtime/list';
import { matcher } from './find';
import { allRows } from './routes';

const PAGE = 50;

const mark = ({ archived, undocumented }: Row) =>
	archived ? ' (archived 已归档)' : undocumented ? ' (undocumented 未公开)' : '';

const toEntry = (row: Row): INodeListSearchItems => ({
	name: `${row.name} ${row.zh}${mark(row)}`,
	value: row.id,
	description: `${row.method} ${row.path}`,
	...(row.docs && { url: row.docs }),
});

/** How well a text has the word: it is it, begins with it, a word of it begins with it, or it is somewhere inside; 0: not at all. */
function fitness(text: string, word: string): number {
	const at = text.indexOf(word);
	if (at < 0) return 0;
	if (text === word) return 4;
	return at === 0 ? 3 : /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 1 : 2;
}

/** Chinese has no blanks: a word whose characters all occur fits a little, "考勤打卡" finds 考勤's 获取打卡结果. */
const hasCharacters = (text: string, word: string) =>
	/^\p{Script=Han}{2,}$/u.test(word) && [...word].every((letter) => text.includes(letter));

/**
 * How well a row answers a search; 0: not at all. A whole id, path or address first, then names, then ids and paths;
 * every typed word must be somewhere.
 */
function scorer(filter: string, list: Product[]): (row: Row) => number {
	const query = filter.toLowerCase();
	const words = query.split(/\s+/);
	const productOf = new Map(list.map(({ id, name, zh }) => [id, `${name.toLowerCase()} ${zh}`]));
	const isAddress = /\//.test(query) ? matcher(filter) : () => false;
	return (row) => {
		const [name, id, route] = [row.name, row.id, `${row.method} ${row.path}`].map((text) => text.toLowerCase()) as [
			string,
			string,
			string,
		];
		const product = productOf.get(row.id.slice(0, row.id.indexOf('.'))) ?? '';
		if (id === query || isAddress(row)) return 1000;
		let score = 40 * Math.max(fitness(name, query), fitness(row.zh, query));
		for (const word of words) {
			const best = Math.max(
				10 * Math.max(fitness(name, word), fitness(row.zh, word)),
				2 * fitness(id, word),
				fitness(route, word),
				fitness(product, word),
				hasCharacters(row.zh + product, word) ? 1 : 0,
			);
			if (best === 0) return 0;
			score += best;
		}
		return score;
	};
}

const standing = ({ archived, undocumented }: Row) => (undocumented ? 2 : 0) + (archived ? 1 : 0);

/** Operations of the chosen product, or of all, by English, Chinese, path, id or address; the best first. Archived and undocumented ones only when asked for. */
export async function searchOperations(
	this: ILoadOptionsFunctions,
	typed = '',
	place?: string,
): Promise<INodeListSearchResult> {
	const filter = typed.trim();
	const product = String(this.getCurrentNodeParameter('product') ?? 'all');
	const options = (this.getCurrentNodeParameter('options') ?? {}) as {
		showArchived?: boolean;
		showUndocumented?: boolean;
	};
	const rows = product === 'all' ? await allRows() : await rowsOf(product);
	const list = await products();
	// A product that has nothing else shows what it has.
	const everything = list.some(({ id, count }) => id === product && count === 0);
	const scoreOf = filter === '' ? () => 1 : scorer(filter, list);
	const lengthOf =
		filter === ''
			? () => 0
			: /\p{Script=Han}/u.test(filter)
				? ({ zh }: Row) => zh.length
				: ({ name }: Row) => name.length;
	const found = rows
		.filter(
			(row) =>
				everything || ((options.showArchived || !row.archived) && (options.showUndocumented || !row.undocumented)),
		)
		.map((row) => ({ row, score: scoreOf(row) }))
		.filter(({ score }) => score > 0)
		.sort(
			(a, b) =>
				b.score - a.score ||
				standing(a.row) - standing(b.row) ||
				lengthOf(a.row) - lengthOf(b.row) ||
				(a.row.name < b.row.name ? -1 : 1),
		);
	const { cursorIn, placeAt } = placesOf(filter);
	const from = Number(cursorIn(place) ?? 0);
	return {
		results: found.slice(from, from + PAGE).map(({ row }) => toEntry(row)),
		paginationToken: placeAt(found.length > from + PAGE ? String(from + PAGE) : undefined),
	};
}
