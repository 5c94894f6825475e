import type { INodeExecutionData } from 'n8n-workflow';
import type { Row } from '../catalog/types';
import { readPages, type Paging } from '../protocol/paging';
import { compile, type HostName, type Parts, type Route } from '../protocol/request';
import { businessOf } from '../runtime/execute';
import type { Output } from '../runtime/items';
import { InputError, type Json } from '../runtime/operation';
import { readingOf, type Running } from '../runtime/running';
import { choiceOf, rowOf } from './find';
import { download } from './download';
import { givenOf, partsOf, type Given } from './parts';

/** The Options of the node. */
export interface Options {
	accessToken?: string;
	downloadTo?: string;
	headers?: unknown;
	query?: unknown;
	limit?: number;
	returnAll?: boolean;
	simplify?: boolean;
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const asItem = (value: unknown): Json => (isObject(value) ? value : { value });

function objectOf(field: string, value: unknown): Record<string, unknown> {
	if (value === undefined || value === null || value === '') return {};
	if (isObject(value)) return value;
	const parsed = jsonOf(field, value);
	if (isObject(parsed)) return parsed;
	throw new InputError(field, 'must be a JSON object', '应为 JSON 对象');
}

function jsonOf(field: string, value: unknown): unknown {
	if (typeof value !== 'string') return value;
	let reason = '';
	try {
		return JSON.parse(value);
	} catch (error) {
		reason = error instanceof Error ? error.message : '';
	}
	throw new InputError(field, `is not valid JSON (${reason})`, `不是有效的 JSON（${reason}）`);
}

const textMembers = (members: Record<string, unknown>): Record<string, string> => Object.fromEntries(Object.entries(members).map(([name, value]) => [name, String(value)]));

/** What is sent, wherever it came from. */
interface Plan {
	route: Route;
	parts: Omit<Parts, 'path'> & { path?: object };
	host?: HostName;
	safe: boolean;
	paging?: Paging;
}

const pagingOf = ({ paging }: Row): Paging | undefined =>
	paging && { style: paging.style, cursor: paging.cursor, entries: paging.entries, next: paging.next, more: paging.more, ...(paging.size && { size: { at: paging.size, max: paging.max ?? SAFE_PAGE } }), ...firstOf(paging) };

/** Accepted by every paged API whose maximum is not documented. https://open.dingtalk.com/document/development/pagination */
const SAFE_PAGE = 20;
/** Number cursors are required and start at 0 (legacy API); opaque tokens are left out of the first request. */
const firstOf = ({ style }: NonNullable<Row['paging']>) => (style === 'cursor' ? { first: 0 } : {});

async function catalogPlan(running: Running, item: number): Promise<Plan> {
	const { context } = running;
	const row = await rowOf(choiceOf(context.getNodeParameter('apiOperation', item)));
	const reading = readingOf(running, item);
	const mapped = context.getNodeParameter('specify', item) === 'json'
		? (objectOf('Request', context.getNodeParameter('request', item, '{}')) as Given)
		: givenOf(objectOf('Parameters', context.getNodeParameter('parameters.value', item, {})));
	const paging = pagingOf(row);
	const given = paging ? withPageStart(row, mapped, paging) : mapped;
	return { route: `${row.method} ${row.path as `/${string}`}`, parts: await partsOf(row, given, reading), host: row.host, safe: row.safe === true || row.method === 'GET', paging };
}

/** The pages' cursor and size are the node's to fill, so that nobody has to. */
function withPageStart(row: Row, given: Given, paging: Paging): Given {
	const place = row.body === undefined ? 'query' : 'body';
	const members = row.body === undefined ? row.query : row.body.properties;
	const part = isObject(given[place]) ? given[place] : {};
	const fill = (name: string | undefined, value: unknown) => (name && members?.[name]?.required && part[name] === undefined ? { [name]: value } : {});
	const first = paging.first ?? (paging.style === 'page' ? 1 : paging.style === 'offset' ? 0 : undefined);
	return { ...given, [place]: { ...part, ...fill(paging.cursor, first), ...fill(paging.size?.at, paging.size?.max) } };
}

function customPlan({ context }: Running, item: number): Plan {
	const path = String(context.getNodeParameter('path', item, '')).trim();
	if (!path.startsWith('/')) throw new InputError('Path', 'must begin with "/"; the host is chosen beside it', '须以“/”开头，主机在旁边选择');
	const method = String(context.getNodeParameter('method', item, 'GET')) as 'GET';
	const [bare = '', search = ''] = path.split('?');
	const body = method === 'GET' || method as string === 'DELETE' ? undefined : jsonOf('Body', context.getNodeParameter('body', item, '{}'));
	const query = { ...Object.fromEntries(new URLSearchParams(search)), ...objectOf('Query', context.getNodeParameter('query', item, '{}')) };
	return { route: `${method} ${bare as `/${string}`}`, parts: { query, ...(isObject(body) || Array.isArray(body) ? { body } : {}) }, host: context.getNodeParameter('host', item, 'api') as HostName, safe: method === 'GET' };
}

/** Runs the chosen operation for one item → its output entries. */
export async function callItem(running: Running, item: number): Promise<Output[]> {
	const { context, client } = running;
	const options = context.getNodeParameter('options', item, {}) as Options;
	const plan = context.getNodeParameter('product', item) === 'custom' ? customPlan(running, item) : await catalogPlan(running, item);
	const parts = { ...plan.parts, query: { ...plan.parts.query, ...objectOf('Extra Query', options.query) }, headers: { ...plan.parts.headers, ...textMembers(objectOf('Extra Headers', options.headers)) } };
	const send = async (page: typeof parts) => await client.send(compile(plan.route, page, plan.host), { safe: plan.safe, token: options.accessToken || undefined });
	if (plan.paging) {
		const limit = options.returnAll ? Infinity : (options.limit ?? 50);
		return (await readPages(parts, plan.paging, limit, send)).map(asItem);
	}
	const answer = await send(parts);
	const json = options.simplify === false ? answer : businessOf(answer);
	if (!options.downloadTo) return [json];
	const binary: INodeExecutionData['binary'] = { [options.downloadTo]: await download(context, answer) };
	return [{ json: json as INodeExecutionData['json'], binary }];
}
