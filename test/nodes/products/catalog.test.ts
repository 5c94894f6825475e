/** The catalog as witness of the curated operations: it knows every route that they call, its page and its permissions. What they send: requests.test.ts. */
import { compile, type Route } from '../../../nodes/protocol/request';
import { isProcedure, type AnyOperation } from '../../../nodes/runtime/operation';
import { operations as placed } from '../../../scripts/products';
import { findOperations } from '../../../sandbox/catalog';

const operations = placed.map(({ id, operation }) => [id, operation] as const);
const routesOf = (operation: AnyOperation): readonly Route[] =>
	isProcedure(operation) ? operation.routes : [operation.route];

/** Routes that have no page of their own, with the page that tells of them. */
const unlisted: Record<string, string> = {
	// The URL stands in each received message. https://open.dingtalk.com/document/development/receive-message
	'POST /robot/sendBySession': 'the session webhook of a received message',
};

const rowsOf = (route: Route) => {
	const { host, path, method } = compile(route, {
		path: Object.fromEntries([...route.matchAll(/\{([^}]+)\}/g)].map(([, name]) => [name, 'x1'])),
	});
	return findOperations(host, path).filter(({ row }) => row.method === method);
};

test.each(operations)('%s: its routes are in the catalog', (_, operation) => {
	for (const route of routesOf(operation))
		expect([route, rowsOf(route).length > 0 || route in unlisted]).toEqual([route, true]);
});

test.each(operations)('%s: its documentation is the page of its route', (_, operation) => {
	const pages = routesOf(operation).flatMap((route) => rowsOf(route).map(({ row }) => row.docs));
	// A route that only the SDK knows has no page: there the operation names a related one.
	if (pages.some((page) => page !== undefined) && !operation.docs.endsWith('/event-callback-card'))
		expect(pages).toContain(operation.docs);
});

test.each(operations.filter(([, { permission }]) => permission))(
	'%s: its permission is one that the page names',
	(_, operation) => {
		const named = routesOf(operation).flatMap((route) => rowsOf(route).flatMap(({ row }) => row.permissions ?? []));
		if (named.length > 0) expect(named).toContain(operation.permission);
	},
);
