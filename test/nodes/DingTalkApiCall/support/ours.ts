import type { Row } from '../../../../nodes/catalog/types';
import { partsOf, type Given } from '../../../../nodes/DingTalkApiCall/parts';
import { compile, type Compiled } from '../../../../nodes/protocol/request';
import { file } from '../../../support/wire';

/** What the node would send for these values: pure, nobody is looked up. */
export async function compiledFor(row: Row, given: Given, timezone = 'Asia/Shanghai'): Promise<Compiled> {
	const parts = await partsOf(row, given, {
		timezone,
		people: { idOf: async () => await Promise.reject(new Error('nobody is looked up here')) },
		binary: async (property) => await Promise.resolve(file(property)),
	});
	return compile(`${row.method} ${row.path as `/${string}`}`, parts, row.host);
}

/** A request on the wire, decoded so that two ways of writing the same are the same. */
export interface OnTheWire {
	method: string;
	path: string[];
	query: Array<[string, string]>;
	headers: Record<string, string>;
	body: unknown;
}

export const decodePath = (path: string) => path.split('/').map(decodeURIComponent);
export const decodeQuery = (query: string) =>
	[...new URLSearchParams(query)].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));

function text(value: unknown): string {
	if (typeof value === 'object')
		throw new Error(`n8n would write ${JSON.stringify(value)} into the query in its own way`);
	return String(value);
}

/** A compiled request as n8n's HTTP helper writes it (`@n8n/backend-network`, http/axios): no body with GET, text in the query. */
export const written = ({ method, path, query, headers, body }: Compiled): OnTheWire => ({
	method,
	path: decodePath(path),
	query: decodeQuery(new URLSearchParams(Object.entries(query).map(([name, value]) => [name, text(value)])).toString()),
	headers,
	body: method === 'GET' || body === undefined ? undefined : (JSON.parse(JSON.stringify(body)) as unknown),
});
