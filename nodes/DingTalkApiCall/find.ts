import { findRow, products, rowsOf } from '../catalog';
import type { Row } from '../catalog/types';
import { InputError } from '../runtime/operation';

/** How an operation was chosen: from the list or by id, or by a pasted address. */
export interface Choice {
	mode: string;
	value: string;
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Reads the locator; a plain string (AI tools send those) is an id or an address. */
export function choiceOf(parameter: unknown): Choice {
	const { mode, value } = isRecord(parameter) ? parameter : { mode: undefined, value: parameter };
	const text = String(value ?? '').trim();
	return { mode: typeof mode === 'string' ? mode : /[/ ]/.test(text) ? 'url' : 'id', value: text };
}

/** All rows of all products: reads the whole catalog. */
export const allRows = async (): Promise<Row[]> => (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();

/** Last part of a documentation address; DingTalk moves pages between folders but keeps it. */
const pageOf = (address: string) => address.split(/[?#]/)[0]?.replace(/\/+$/, '').split('/').pop() ?? '';

/** `{a}` and `{b}` are the same place, and so is a value that stands there. */
const pathPattern = (path: string) => new RegExp(`^${path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`);

function matches(row: Row, address: string): boolean {
	const [, method, target] = /^(?:(GET|POST|PUT|PATCH|DELETE)\s+)?(.+)$/i.exec(address) ?? [];
	if (/\/document\//.test(address)) return row.docs !== undefined && pageOf(row.docs) === pageOf(address);
	const path = (target ?? address).replace(/^https?:\/\/[^/]+/, '').split('?')[0] ?? '';
	return (method === undefined || method.toUpperCase() === row.method) && (row.path === path || pathPattern(row.path).test(path));
}

/** The best of several rows on one route: current before archived before undocumented. */
const rank = (row: Row) => (row.undocumented ? 2 : 0) + (row.archived ? 1 : 0);

/** The catalog row of a choice. Throws `InputError` when there is none. */
export async function rowOf({ mode, value }: Choice): Promise<Row> {
	if (value === '') throw new InputError('Operation', 'is empty: choose one from the list', '为空，请从列表中选择');
	const row = mode === 'url' ? (await allRows()).filter((candidate) => matches(candidate, value)).sort((a, b) => rank(a) - rank(b))[0] : await findRow(value);
	if (row) return row;
	throw new InputError('Operation', `"${value}" is in no product of the catalog: check it, or use the product "Custom Request"`, `目录中没有“${value}”：请检查，或使用“自定义请求”`);
}
