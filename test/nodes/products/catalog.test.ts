/** The catalog as witness of the curated operations: it knows every route that they call and every field that they send. */
import { compile, type Compiled, type Parts, type Route } from '../../../nodes/protocol/request';
import {
	InputError,
	isProcedure,
	type AnyOperation,
	type Api,
	type Json,
	type Operation,
} from '../../../nodes/runtime/operation';
import { operations as placed } from '../../../scripts/products';
import { findOperations } from '../../../sandbox/catalog';
import { check } from '../../../sandbox/check';
import { sampleAnswer } from '../../../sandbox/sample';
import { fillings, type Filled } from '../../support/fill';

const operations = placed.map(({ id, operation }) => [id, operation] as const);
const routesOf = (operation: AnyOperation): readonly Route[] =>
	isProcedure(operation) ? operation.routes : [operation.route];

/** Routes that have no page of their own, with the page that tells of them. */
const unlisted: Record<string, string> = {
	// The URL stands in each received message. https://open.dingtalk.com/document/development/receive-message
	'POST /robot/sendBySession': 'the session webhook of a received message',
};

/** Values that only a person could know. */
const given: Record<string, Filled> = {
	'dingTalk eventSubscription register': { url: 'https://example.com/hook', token: 'token123', aesKey: 'a'.repeat(43) },
	'dingTalk eventSubscription update': { url: 'https://example.com/hook', token: 'token123', aesKey: 'a'.repeat(43) },
	'dingTalk robot reply': {
		sessionWebhook: 'https://oapi.dingtalk.com/robot/sendBySession?session=x',
		sessionWebhookExpiresAt: 4_000_000_000_000,
		pictureUrl: 'https://example.com/a.png',
		messageUrl: 'https://example.com',
	},
	'dingTalk groupRobot send': {
		messageJson: { msgtype: 'text', text: { content: 'x' } },
		pictureUrl: 'https://example.com/a.png',
		messageUrl: 'https://example.com',
	},
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
	if (pages.length > 0 && !operation.docs.endsWith('/event-callback-card')) expect(pages).toContain(operation.docs);
});

test.each(operations.filter(([, { permission }]) => permission))(
	'%s: its permission is one that the page names',
	(_, operation) => {
		const named = routesOf(operation).flatMap((route) => rowsOf(route).flatMap(({ row }) => row.permissions ?? []));
		if (named.length > 0) expect(named).toContain(operation.permission);
	},
);

/** What the catalog has against a request. */
function flawsOf({ method, host, path, query, body, form }: Compiled): string[] {
	const matches = findOperations(host, path).filter(({ row }) => row.method === method);
	const files = Object.entries(form ?? {}).flatMap(([field, part]) =>
		typeof part === 'string' ? [] : [{ field, filename: part.name, mimetype: part.mimeType, data: Buffer.alloc(1) }],
	);
	const texts = Object.fromEntries(Object.entries(form ?? {}).filter(([, part]) => typeof part === 'string'));
	const queryText = Object.fromEntries(
		Object.entries(query).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
	);
	const found = matches.map(({ row, path: variables }) =>
		check(row, { path: variables, query: queryText, body: form ? texts : body, form: form !== undefined, files }),
	);
	const best = found.sort((a, b) => a.length - b.length)[0];
	return best?.map(({ detail }) => `${method} ${path}: ${detail}`) ?? [`${method} ${path}: unknown`];
}

/** A click on a card that nobody waits for any more. */
const lateClick: Json = {
	eventType: 'card_callback',
	outTrackId: 'card1',
	userId: 'user1',
	occurredAt: new Date(0).toISOString(),
	data: { userIdType: 2 },
};

/** Every request that an operation makes of these values; uploads and look-ups are answered by the catalog's samples. */
async function requestsOf(operation: AnyOperation, values: Filled): Promise<Compiled[]> {
	const made: Compiled[] = [];
	const call = async (route: Route, parts: object): Promise<Json> => {
		const request = compile(route, parts);
		made.push(request);
		const [match] = findOperations(request.host, request.path).filter(({ row }) => row.method === request.method);
		const answer = match && sampleAnswer(match.row, { path: {}, query: {}, headers: {}, body: {}, files: [] });
		return await Promise.resolve((answer ?? {}) as Json);
	};
	const api: Api = {
		call,
		post: async (_url, body) => {
			made.push(compile('POST /robot/sendBySession', { query: { session: 'x' }, body }));
			return await Promise.resolve({});
		},
		list: async (route, parts, paging) => {
			const request = {
				...parts,
				...(paging.cursor && paging.first !== undefined && parts.body
					? { body: { ...parts.body, [paging.cursor]: paging.first } }
					: {}),
			};
			const size = paging.size && request.body ? { [paging.size.at]: paging.size.max } : {};
			await call(route, { ...request, ...(request.body && { body: { ...request.body, ...size } }) });
			return [];
		},
		page: async (route, parts) => {
			await call(route, parts);
			return { entries: [] };
		},
		put: async () => await Promise.resolve(),
		download: async (_target, json) => await Promise.resolve(json),
		pause: async () => await Promise.resolve(),
		cancelled: () => false,
		timezone: 'Asia/Shanghai',
		hint: () => undefined,
		once: async (_key, make) => await make(),
		caller: { item: () => lateClick, waits: () => false, respond: async () => await Promise.resolve() },
	};
	type Values = Parameters<Operation['request']>[0];
	const around = { timezone: api.timezone };
	if (isProcedure(operation)) {
		const given = Object.assign({ ...values }, { limit: 10 }) as Values & { limit: number };
		await operation.run(operation.plan ? operation.plan(given, around) : given, api);
	} else {
		operation.check?.(values as Values, around);
		const found = await operation.prepare?.(values as Values, api);
		const parts: Parts = operation.request(values as Values, { ...around, found });
		made.push(compile(operation.route, parts));
	}
	return made;
}

/** Fields that are added on the way, so that a lone `request` lacks them: pages, keys, and the group robot's token. */
const addedLater = ({ paging, idempotencyKey }: Pick<Operation, 'paging' | 'idempotencyKey'>) =>
	['access_token', paging?.cursor, paging?.size?.at, idempotencyKey?.split('.').slice(1).join('.')].filter(Boolean);

test.each(operations)('%s: all that it sends is known', async (name, operation) => {
	const flaws = new Set<string>();
	let made = 0;
	for (const values of fillings(operation.fields, given[name])) {
		const requests = await requestsOf(operation, values).catch((error: unknown) => {
			// A form may forbid what is filled in here all at once.
			if (error instanceof InputError) return [];
			throw error;
		});
		made += requests.length;
		for (const flaw of requests.flatMap(flawsOf)) flaws.add(flaw);
	}
	const added = isProcedure(operation) ? [] : addedLater(operation);
	expect(
		[...flaws].filter((flaw) => !added.some((field) => flaw.endsWith(`.${field ?? ''}: required, missing`))),
	).toEqual([]);
	expect(made).toBeGreaterThan(0);
});
