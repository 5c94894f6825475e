import { findRow } from '../catalog';
import type { Row } from '../catalog/types';
import { withoutEndSlashes } from '../protocol/hosts';
import { isObject } from '../protocol/json';
import { InputError } from '../runtime/operation';
import { pageOf, rowsAlong, rowsOnPage } from './routes';

/** What was chosen or typed as the operation: the locator's value, whatever its mode; AI tools send a plain string. */
export const choiceOf = (parameter: unknown): string =>
	String((isObject(parameter) ? parameter.value : parameter) ?? '').trim();

/** `{a}` and `{b}` are the same place, and so is a value that stands there. */
const pathPattern = (path: string) =>
	new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^{}]+\}/g, '[^/]+')}$`);

interface Address {
	method?: string;
	path: string;
	/** The documentation page that it is, if it is one. */
	page?: string;
}

/** Reads an id, a documentation address, a path or a whole URL, with or without a method in front. */
function addressOf(text: string): Address {
	const [, method, target = ''] = /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(.+)$/i.exec(text) ?? [];
	const behindHost = target.replace(/^(https?:\/\/[^/]+|[\w.-]+\.[a-z]{2,}(?=\/))/i, '').split(/[?#]/, 1)[0] ?? '';
	const path = withoutEndSlashes(behindHost.replace(/^(?!\/)/, '/')) || '/';
	return { method: method?.toUpperCase(), path, page: /\/document\b/.test(target) ? pageOf(target) : undefined };
}

/** Finds rows by what somebody typed; the returned test is made once for many rows. */
export function matcher(text: string): (row: Row) => boolean {
	const { method, path, page } = addressOf(text);
	if (page) return ({ docs }) => docs !== undefined && pageOf(docs) === page;
	const segments = path.split('/').length;
	return (row) =>
		(method === undefined || method === row.method) &&
		(row.path === path ||
			(row.path.includes('{') && row.path.split('/').length === segments && pathPattern(row.path).test(path)));
}

/** The best of several rows on one route: fixed words before placeholders, current before archived before undocumented. */
const rank = ({ path, undocumented, archived }: Row) =>
	4 * (path.match(/\{/g)?.length ?? 0) + (undocumented ? 2 : 0) + (archived ? 1 : 0);

function oneOf(rows: Row[], text: string): Row | undefined {
	const [best, ...others] = [...rows].sort((a, b) => rank(a) - rank(b));
	const other = others.find(({ method, path }) => method !== best?.method && path === best?.path);
	if (!best || !other || addressOf(text).page) return best;
	const methods = [
		...new Set([best, ...others].filter(({ path }) => path === best.path).map(({ method }) => method)),
	].join(', ');
	throw new InputError(
		'Operation',
		`"${text}" takes ${methods}: put the method in front`,
		`“${text}”支持 ${methods}，请在前面注明方法`,
	);
}

/** Rows that what was typed may mean. */
async function rowsLike(text: string): Promise<Row[]> {
	const { path, page } = addressOf(text);
	return page ? await rowsOnPage(page) : (await rowsAlong(path)).filter(matcher(text));
}

/** The catalog row of an id, a documentation address or an API path. Throws `InputError` when there is none. */
export async function rowOf(text: string): Promise<Row> {
	if (text === '') throw new InputError('Operation', 'choose one from the list first', '请先从列表中选择');
	const row = /[/ ]/.test(text) ? oneOf(await rowsLike(text), text) : await findRow(text);
	if (row) return row;
	throw new InputError(
		'Operation',
		`"${text}" is in no product of the catalog: check it, or use the product "Custom Request"`,
		`目录中没有“${text}”：请检查，或使用“自定义请求”`,
	);
}
