import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unescape } from 'node:querystring';

import type { Host, Row } from '../nodes/catalog/types';

/** Operations that have no page of their own, as they are spoken on the wire. */
const UNLISTED: Row[] = [
	{
		// Answers to a received robot message; documented only through the message's `sessionWebhook`
		// (https://open.dingtalk.com/document/development/receive-message).
		id: 'robot.sendBySession',
		name: 'Reply',
		zh: '回复机器人消息',
		method: 'POST',
		host: 'oapi',
		path: '/robot/sendBySession',
		auth: 'none',
		query: { session: { type: 'string', required: true } },
	},
	{
		id: 'gateway.openConnection',
		name: 'Open Connection',
		zh: '打开长连接',
		method: 'POST',
		host: 'api',
		path: '/v1.0/gateway/connections/open',
		auth: 'none',
		body: {
			type: 'object',
			properties: {
				clientId: { type: 'string', required: true },
				clientSecret: { type: 'string', required: true },
				subscriptions: {
					type: 'array',
					required: true,
					items: {
						type: 'object',
						properties: { type: { type: 'string', required: true }, topic: { type: 'string', required: true } },
					},
				},
				ua: { type: 'string' },
				localIp: { type: 'string' },
				extras: { type: 'map' },
			},
		},
	},
];

export interface Entry {
	row: Row;
	pattern: RegExp;
	names: string[];
}

export interface Match {
	row: Row;
	path: Record<string, string>;
}

const escape = (text: string) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');

const entry = (row: Row): Entry => {
	const names: string[] = [];
	const pattern = escape(row.path).replace(/\{([^}]+)\}/g, (_, name: string) => {
		names.push(name);
		return '([^/]+)';
	});
	return { row, names, pattern: new RegExp(`^${pattern}$`) };
};

const load = (): Row[] => {
	const folder = join(__dirname, '../nodes/catalog/data');
	const rows = readdirSync(folder)
		.filter((name) => name.endsWith('.json') && name !== 'products.json')
		.flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as Row[]);
	const key = ({ host, method, path }: Row) => `${host} ${method} ${path}`;
	const known = new Map(rows.map((row) => [key(row), row]));
	// A session webhook takes the messages of the group webhook.
	const { body } = known.get('oapi POST /robot/send') ?? {};
	// What is spoken on the wire wins: the SDK's model of the gateway call, for one, lacks the `ua` that every Stream SDK sends.
	const spoken = new Set(UNLISTED.map(key));
	return [...rows.filter((row) => !spoken.has(key(row))), ...UNLISTED.map((row) => ({ body, ...row }))];
};

/** Current operations first, and of two patterns that fit, the one with fewer placeholders: `/users/me` before `/users/{id}`. */
const rank = (a: Entry, b: Entry): number =>
	a.names.length - b.names.length || Number(a.row.archived ?? false) - Number(b.row.archived ?? false);

const shelf = (host: Host, path: string): string => `${host} ${path.split('/').length}`;

let shelves: Map<string, Entry[]> | undefined;

/** The catalog by host and number of path segments; read once in a process. */
export const openCatalog = (): Map<string, Entry[]> => {
	if (shelves) return shelves;
	shelves = new Map();
	for (const one of load().map(entry).sort(rank)) {
		const key = shelf(one.row.host, one.row.path);
		shelves.set(key, [...(shelves.get(key) ?? []), one]);
	}
	return shelves;
};

const fit = ({ row, names, pattern }: Entry, path: string): Match | undefined => {
	const values = pattern.exec(path);
	return values
		? { row, path: Object.fromEntries(names.map((name, i) => [name, unescape(values[i + 1])])) }
		: undefined;
};

/** All operations that a path fits on a host, whatever their method: the best first. Pages that describe the same call stand beside each other. */
export const findOperations = (host: Host, path: string): Match[] => {
	const matches = (openCatalog().get(shelf(host, path)) ?? [])
		.map((one) => fit(one, path))
		.filter((match) => match !== undefined);
	return matches.filter(({ path: values }) => Object.keys(values).length === Object.keys(matches[0].path).length);
};

export const catalogRows = (): Row[] => [...openCatalog().values()].flat().map(({ row }) => row);

/** `GET /v2.0/wiki/workspaces`: an operation as the documentation names it. */
export type RouteName = `${Row['method']} /${string}`;

let named: Map<string, Row> | undefined;

/**
 * The row of a route; where several pages describe it, a current one.
 * @throws Error when the catalog has no such route, so that a misspelt one is found at the start
 */
export const rowOf = (route: RouteName): Row => {
	named ??= new Map(
		catalogRows()
			.reverse()
			.map((row) => [`${row.method} ${row.path}`, row]),
	);
	const row = named.get(route);
	if (!row) throw new Error(`The catalog has no ${route}`);
	return row;
};
