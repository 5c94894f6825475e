/** Every row of the catalog: its form, its documented example, its call to the sandbox and the answer. */
import { validateFieldType, type IDataObject, type INodeExecutionData } from 'n8n-workflow';
import { products, rowsOf } from '../../../nodes/catalog';
import type { Row, Schema } from '../../../nodes/catalog/types';
import { DingTalkApiCall } from '../../../nodes/DingTalkApiCall/DingTalkApiCall.node';
import { mapParameters } from '../../../nodes/DingTalkApiCall/mapper';
import { withOptionalPage } from '../../../nodes/DingTalkApiCall/pages';
import type { Given } from '../../../nodes/DingTalkApiCall/parts';
import { idOf, parametersOf } from '../../../nodes/DingTalkApiCall/wire';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { editor, execute, sandboxCredentials } from '../../support/engine';
import listed from './listed.json';
import { documented, exampleOf, generated, inCompany } from './support/examples';
import { compiledFor } from './support/ours';

let rows: Row[];
let sandbox: Sandbox;

beforeAll(async () => {
	rows = (await Promise.all((await products()).map(async ({ id }) => await rowsOf(id)))).flat();
	sandbox = await startSandbox();
	const { carriedOut } = sandbox;
	own = new Set(rows.filter(({ method, path }) => carriedOut.has(`${method} ${path}`)).map(({ id }) => id));
});
afterAll(async () => await sandbox.close());

/** Operations that the sandbox carries out: they may want what a page's example names and the sandbox has not. */
let own: Set<string>;

const withReference = documented.size > 0 ? test : test.skip;
const shownBy = (row: Row) => {
	const doc = documented.get(row.docs ?? '');
	return doc && exampleOf(row, doc);
};
const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

test('the form of every operation loads: a field for each parameter, of a type that n8n knows, prefilled with what is valid', async () => {
	const wrong: string[] = [];
	for (const row of rows) {
		const context = editor({
			nodeType: new DingTalkApiCall(),
			credentials: {},
			parameters: { product: 'all', apiOperation: { __rl: true, mode: 'id', value: row.id } },
		});
		const { fields } = await mapParameters.call(context);
		const ids = fields.map(({ id }) => id);
		const parameters = parametersOf(row).map(idOf);
		if (new Set(ids).size !== ids.length || parameters.some((id) => !ids.includes(id)))
			wrong.push(`${row.id}: ${ids.join()}`);
		for (const { id, type, options, defaultValue, readOnly, required, removed } of fields) {
			const valid =
				defaultValue === undefined ||
				validateFieldType(id, defaultValue, type ?? 'string', { valueOptions: options }).valid;
			const shown = required ? removed !== true : true;
			if (!valid || !shown || (type === 'options' && !options?.length) || (readOnly && !defaultValue))
				wrong.push(`${row.id} ${id}`);
		}
	}
	expect(wrong).toEqual([]);
});

test('a request made of the examples in the catalog is valid, for every row', async () => {
	const wrong: string[] = [];
	for (const row of rows)
		await compiledFor(withOptionalPage(row), generated(row)).catch((error: Error) =>
			wrong.push(`${row.id} ${error.message}`),
		);
	expect(wrong).toEqual([]);
});

withReference('the request that a page shows is valid, or why not is listed', async () => {
	const refused = new Map<string, string>();
	let shown = 0;
	for (const row of rows) {
		const given = shownBy(row);
		if (!given) continue;
		shown++;
		await compiledFor(withOptionalPage(row), given).catch((error: Error) => refused.set(row.id, error.message));
	}
	console.log(
		`documented operations: ${documented.size}, with a request that could be sent: ${shown}, valid: ${shown - refused.size}, refused with a listed reason: ${refused.size}`,
	);
	expect([...refused].filter(([id]) => !(id in listed.refused))).toEqual([]);
	expect([...refused.keys()].sort()).toEqual(Object.keys(listed.refused).sort());
});

/** Leaves and lists of them as text: the curl samples of legacy pages print all values so; JSON texts as what they hold. */
function plain(value: unknown): unknown {
	if (Array.isArray(value))
		return value.some((entry) => typeof entry === 'object') ? value.map(plain) : value.map(plain).join(',');
	if (isRecord(value))
		return Object.fromEntries(
			Object.keys(value)
				.sort()
				.map((name) => [name, plain(value[name])]),
		);
	const text = String(value).trim().replace(/, /g, ',');
	if (!/^[[{]/.test(text)) return text;
	try {
		return plain(JSON.parse(text));
	} catch {
		return text;
	}
}

withReference('the request of every legacy operation is the one that its page shows', async () => {
	const different: string[] = [];
	let compared = 0;
	for (const row of rows.filter(
		({ host, content, id }) => host === 'oapi' && content === undefined && !(id in listed.refused),
	)) {
		const given = shownBy(row);
		const doc = documented.get(row.docs ?? '');
		if (!given || !doc) continue;
		compared++;
		const { method, path, query, body } = await compiledFor(withOptionalPage(row), given);
		const ours = { method, path, query: plain(query), body: plain(body ?? {}) };
		const theirs = {
			method: doc.method,
			path: doc.path,
			query: plain(given.query),
			body: plain(row.body ? given.body : {}),
		};
		if (JSON.stringify(ours) !== JSON.stringify(theirs))
			different.push(`${row.id} ${JSON.stringify(theirs)} ours ${JSON.stringify(ours)}`);
	}
	console.log(
		`legacy operations: ${rows.filter(({ host }) => host === 'oapi').length}, compared with the documented request: ${compared}`,
	);
	expect(different.filter((one) => !((one.split(' ')[0] ?? '') in listed.legacy))).toEqual([]);
});

/** The page's request where it is valid, else one made of the catalog's examples; with the sandbox's people and things in it. */
async function requestFor(row: Row): Promise<Given> {
	const shown = shownBy(row);
	const given =
		shown &&
		(await compiledFor(row, shown).then(
			() => true,
			() => false,
		))
			? shown
			: generated(row);
	const part = (name: 'path' | 'query', members: Record<string, Schema> | undefined) =>
		inCompany(given[name], { type: 'object', properties: members }, sandbox.company) as Record<string, unknown>;
	return {
		path: part('path', row.pathParams),
		query: part('query', row.query),
		headers: given.headers,
		body: inCompany(given.body, row.body, sandbox.company),
	};
}

test('every operation is called and its answer comes back as items', async () => {
	const binary = { data: { data: 'aGVsbG8=', mimeType: 'image/png', fileName: 'a.png' } };
	const items: INodeExecutionData[] = [];
	for (const row of rows)
		items.push({ json: { operation: row.id, request: (await requestFor(row)) as IDataObject }, binary });
	const parameters = {
		product: 'all',
		apiOperation: '={{ $json.operation }}',
		specify: 'json',
		request: '={{ $json.request }}',
		options: { batching: 20, callsPerSecond: 0, limit: 3 },
	};
	const output = await execute({
		nodeType: new DingTalkApiCall(),
		credentials: sandboxCredentials(sandbox),
		items,
		onError: 'continueRegularOutput',
		parameters,
	});

	const first = new Map<number, IDataObject>();
	for (const { json, pairedItem } of [...output].reverse()) first.set((pairedItem as { item: number }).item, json);
	const codeOf = (json: IDataObject) =>
		isRecord(json.error) && Object.keys(json).length === 1 ? String(json.error.code ?? json.error.message) : undefined;
	const refused = new Map(
		rows.flatMap((row, index) => {
			const json = first.get(index);
			const code = json ? codeOf(json) : 'no item';
			return code === undefined ? [] : [[row.id, code] as const];
		}),
	);
	console.log(
		`rows called: ${rows.length}, requests: ${sandbox.log.length}, answered with items: ${rows.length - refused.size}, with nothing or a documented error, for want of the thing they name: ${refused.size}`,
	);
	expect(sandbox.problems().map(({ operation, problem }) => `${operation} ${problem}`)).toEqual([]);
	expect([...refused].filter(([id]) => !own.has(id))).toEqual([]);
}, 300_000);

/** A request without cursor and page size: the node fills them in. */
function pageless(row: Row): Given {
	const given = structuredClone(generated(row));
	for (const path of [row.paging?.cursor, row.paging?.size]) {
		const [name = '', inner] = path?.split('.') ?? [];
		for (const part of [given.query, given.body]) {
			const owner = inner && isRecord(part) ? part[name] : part;
			if (isRecord(owner)) delete owner[inner ?? name];
		}
	}
	return given;
}

test('every documented list is read to its end, page by page', async () => {
	const lists = rows.filter(({ paging, response }) => paging && response);
	sandbox.clearLog();
	const items = lists.map((row) => ({ json: { operation: row.id, request: pageless(row) as IDataObject } }));
	const parameters = {
		product: 'all',
		apiOperation: '={{ $json.operation }}',
		specify: 'json',
		request: '={{ $json.request }}',
		options: { batching: 20, callsPerSecond: 0, returnAll: true },
	};
	const output = await execute({
		nodeType: new DingTalkApiCall(),
		credentials: sandboxCredentials(sandbox),
		items,
		onError: 'continueRegularOutput',
		parameters,
	});
	const entries = lists.map(
		(_, index) =>
			output.filter(({ pairedItem, json }) => (pairedItem as { item: number }).item === index && !json.error).length,
	);
	// Every list that the sandbox makes up has two full pages and one with a single entry; the other lists of a page have one each.
	const wrong = lists.flatMap(({ id, paging }, index) => {
		const count = (entries[index] ?? 0) - 3 * (paging?.others?.length ?? 0);
		return count === 5 || count === 2 * (paging?.max ?? 20) + 1 ? [] : [`${id} ${entries[index]}`];
	});
	console.log(
		`documented lists: ${lists.length}, read over three pages: ${lists.length - wrong.length}, of the sandbox's own people and things: ${wrong.length}`,
	);
	expect(wrong.filter((one) => !own.has(one.split(' ')[0] ?? ''))).toEqual([]);
}, 300_000);
