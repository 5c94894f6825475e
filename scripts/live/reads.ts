/**
 * What of DingTalk only reads, by two witnesses: the operation's kind in our nodes (its name begins with get, search, find or
 * count) and the catalog (a second identical call does no harm, or the action itself is called get, list, query …).
 * Only such routes may go out, see guard.ts.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Host, Row } from '../../nodes/catalog/types';
import { isProcedure, type AnyOperation } from '../../nodes/runtime/operation';
import { operations, type Placed } from '../products';

/** Operations that read and yet change something, or make DingTalk work: never called. */
const NEVER: Record<string, string> = {
	// Reading them removes them: https://open.dingtalk.com/document/development/obtain-the-event-list-of-failed-push-messages
	'GET /call_back/get_call_back_failed_result': 'reading removes what is read',
	'POST /v1.0/minutes/smartdevice/aisummary': 'has an AI write a summary',
};

const READS = /^(get|search|find|count)/;
const READ_ACTION = /get|list|query|search|find|count|describe/i;
const WRITE =
	/^(creat(?!or)|add|updat|delet|remov|save|send|start|stop|cancel|approv|execut|upload|commit|copy|move|invite|join|mute|bind|subscrib)/i;

const folder = join(__dirname, '../../nodes/catalog/data');

/** Every row of the catalog. */
export const rows: readonly Row[] = readdirSync(folder)
	.filter((file) => file.endsWith('.json') && file !== 'products.json')
	.flatMap((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')) as Row[]);

const rowsOfRoute = new Map<string, Row[]>();
for (const row of rows) {
	const route = `${row.method} ${row.path}`;
	rowsOfRoute.set(route, [...(rowsOfRoute.get(route) ?? []), row]);
}

/** All pages that describe a route; current ones first. */
export const rowsOf = (route: string): readonly Row[] =>
	[...(rowsOfRoute.get(route) ?? [])].sort((a, b) => Number(a.archived ?? false) - Number(b.archived ?? false));

export const routesOf = (operation: AnyOperation): readonly string[] =>
	isProcedure(operation) ? operation.routes : [operation.route];

const actionOf = ({ id }: Row) => id.slice(id.indexOf('.') + 1);

/** The verb is an action's first word in the new API (`listUsers`), its last in the legacy one (`v2UserList`). */
const writes = (action: string): boolean => {
	const words = action.match(/[A-Z]?[^A-Z]+/g) ?? [];
	return [words[0], words.at(-1)].some((word = '') => WRITE.test(word));
};

/** Lists of the editor from which the IDs come that a read needs, beyond the routes of the reads themselves. */
const LISTS = ['GET /v1.0/im/innerGroups/recentLists', 'POST /topapi/blackboard/listtopten'];

function isRead(route: string): boolean {
	if (Object.hasOwn(NEVER, route) || !/^(GET|POST) /.test(route)) return false;
	const known = rowsOf(route);
	return (
		known.length > 0 &&
		known.every((row) => !writes(actionOf(row)) && (row.safe === true || READ_ACTION.test(actionOf(row))))
	);
}

/** Files are left where they are. */
const fetchesFile = (operation: AnyOperation) =>
	isProcedure(operation) ? operation.downloads === true : operation.download !== undefined;

/** Every curated operation that only reads: some of its routes may be closed to it. */
export const reads: readonly Placed[] = operations.filter(
	({ operation, resource }) =>
		READS.test(operation.value) &&
		resource.credential === undefined &&
		!fetchesFile(operation) &&
		routesOf(operation).some(isRead),
);

/** Routes that may go out: `POST /topapi/v2/user/get`. */
export const allowed: ReadonlySet<string> = new Set(
	[...reads.flatMap(({ operation }) => routesOf(operation)), ...LISTS].filter(isRead),
);

interface Pattern {
	row: Row;
	places: number;
	pattern: RegExp;
}

const patterns: readonly Pattern[] = rows
	.map((row) => ({
		row,
		places: row.path.split('{').length - 1,
		pattern: new RegExp(`^${row.path.replace(/[.*+?^$()|[\]\\]/g, '\\$&').replace(/\{[^}]+\}/g, '[^/]+')}$`),
	}))
	.sort((a, b) => a.places - b.places);

/** The operation that a request is: of two that fit, the one with fewer placeholders. */
export const rowFor = (host: Host, method: string, path: string): Row | undefined =>
	patterns.find(({ row, pattern }) => row.host === host && row.method === method && pattern.test(path))?.row;
