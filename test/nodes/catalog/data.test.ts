import { products, rowsOf } from '../../../nodes/catalog';
import type { Product, Row, Schema } from '../../../nodes/catalog/types';

const TYPES = ['string', 'number', 'boolean', 'object', 'array', 'map', 'any', 'file'];
const KEYS = ['type', 'required', 'enum', 'example', 'properties', 'items', 'json', 'person', 'time'];
const FACTS = [
	'id',
	'name',
	'zh',
	'method',
	'host',
	'path',
	'docs',
	'permissions',
	'apps',
	'auth',
	'content',
	'archived',
	'replacedBy',
	'undocumented',
	'pathParams',
	'query',
	'headers',
	'body',
	'response',
	'paging',
	'safe',
	'quotaFree',
	'note',
];

let list: Product[];
let rows: Row[];

beforeAll(async () => {
	list = await products();
	rows = (await Promise.all(list.map(async ({ id }) => await rowsOf(id)))).flat();
});

/** What is wrong with a schema, as paths; empty when it is well formed. */
function faults(schema: Schema, at: string): string[] {
	const found: string[] = [];
	if (!TYPES.includes(schema.type)) found.push(`${at}: type ${schema.type}`);
	for (const key of Object.keys(schema)) if (!KEYS.includes(key)) found.push(`${at}: ${key}`);
	if (schema.items && schema.type !== 'array' && schema.type !== 'map') found.push(`${at}: items in ${schema.type}`);
	if (schema.properties && schema.type !== 'object') found.push(`${at}: properties in ${schema.type}`);
	const values = [...(schema.enum ?? []), ...('example' in schema ? [schema.example] : [])];
	for (const value of values)
		if (typeof value !== schema.type) found.push(`${at}: ${String(value)} is no ${schema.type}`);
	if (schema.enum && schema.enum.length < 2) found.push(`${at}: an enumeration of one`);
	for (const [name, member] of Object.entries(schema.properties ?? {})) found.push(...faults(member, `${at}.${name}`));
	return schema.items ? [...found, ...faults(schema.items, `${at}[]`)] : found;
}

const groups = ({ pathParams, query, headers }: Row) =>
	[pathParams, query, headers].flatMap((members) => Object.entries(members ?? {}));

const at = (schema: Schema | undefined, path: string): Schema | undefined =>
	path
		.split('.')
		.filter((step) => step !== '')
		.reduce<Schema | undefined>(
			(here, step) => (step === '-1' ? here?.items : here?.properties?.[step.split('|')[0] ?? '']),
			schema,
		);

test('holds every documented operation once', () => {
	const pages = rows.filter(({ docs }) => docs);
	expect(pages).toHaveLength(1576);
	expect(new Set(pages.map(({ docs }) => docs)).size).toBe(1576);
	expect(pages.filter(({ archived }) => archived)).toHaveLength(405);
});

test('rows have known facts only, and those they must have', () => {
	for (const row of rows) {
		expect(Object.keys(row).filter((fact) => !FACTS.includes(fact))).toEqual([]);
		expect(row.id).toMatch(/^[a-z][A-Za-z0-9]*\.[a-z][A-Za-z0-9]*$/);
		expect(row.path).toMatch(/^\/[\w/{}.-]+$/);
		expect(row.zh).not.toBe('');
		expect(row.undocumented ? row.docs : row.docs?.startsWith('https://open.dingtalk.com/document/')).toBe(
			row.undocumented ? undefined : true,
		);
	}
});

test('ids are unique and sorted, names unique within a product', () => {
	expect(new Set(rows.map(({ id }) => id.toLowerCase())).size).toBe(rows.length);
	for (const { id } of list) {
		const own = rows.filter((row) => row.id.startsWith(`${id}.`));
		expect(own.length).toBeGreaterThan(0);
		expect(own.map((row) => row.id)).toEqual(own.map((row) => row.id).sort());
		expect(new Set(own.map(({ name }) => name.toLowerCase())).size).toBe(own.length);
	}
});

test('names are short English in title case', () => {
	const small = /^(a|an|the|of|by|to|from|in|and|with|for|or|at|as|on|into|per|aPaaS)$/;
	for (const { id, name } of [...rows, ...list]) {
		expect(`${id} ${name}`).toMatch(/^\S+ [A-Z0-9][A-Za-z0-9 ()/&+.,-]{0,59}$/);
		expect(
			name
				.split(' ')
				.slice(1)
				.filter((word) => /^[a-z]/.test(word) && !small.test(word)),
		).toEqual([]);
	}
});

test('schemas are well formed', () => {
	const found = rows.flatMap((row) => [
		...groups(row).flatMap(([name, schema]) => faults(schema, `${row.id} ${name}`)),
		...(row.body ? faults(row.body, `${row.id} body`) : []),
		...(row.response ? faults(row.response, `${row.id} response`) : []),
	]);
	expect(found).toEqual([]);
});

test('path parameters are those of the path', () => {
	for (const { id, path, pathParams } of rows) {
		const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
		expect([id, ...Object.keys(pathParams ?? {}).sort()]).toEqual([id, ...names.sort()]);
	}
});

test("the app's access token is in no parameter", () => {
	for (const row of rows.filter(({ auth }) => auth === undefined)) {
		expect(groups(row).filter(([name]) => name === 'access_token' || name === 'x-acs-dingtalk-access-token')).toEqual(
			[],
		);
	}
});

test('paging points to what is there', () => {
	for (const { id, paging, query, body, response, undocumented } of rows) {
		if (!paging) continue;
		const asked = [
			paging.cursor,
			...Object.keys(paging.beside ?? {}),
			...(paging.size === undefined ? [] : [paging.size]),
		];
		expect([id, ...asked.filter((path) => !query?.[path] && !at(body, path))]).toEqual([id]);
		if (undocumented) continue;
		expect([id, at(response, paging.entries)?.type]).toEqual([id, 'array']);
		for (const path of paging.others ?? []) expect([id, at(response, path)?.type]).toEqual([id, 'array']);
		for (const path of [paging.next, paging.more, ...Object.values(paging.beside ?? {})])
			if (path !== undefined) expect([id, at(response, path)]).not.toEqual([id, undefined]);
		expect(['token', 'cursor'].includes(paging.style)).toBe(paging.next !== undefined);
	}
});

test('every list with a cursor is read to its end', () => {
	const cursor = /^(next_?token|cursor|load_more_.*)$/i;
	const unread = rows.filter(
		({ paging, docs, query, body }) =>
			docs && !paging && Object.keys({ ...query, ...body?.properties }).some((name) => cursor.test(name)),
	);
	expect(unread.map(({ id }) => id)).toEqual([]);
});

test('no member repeats the object that it is in', () => {
	const repeated = (schema: Schema | undefined, path: string): string[] =>
		Object.entries(schema?.properties ?? {}).flatMap(([name, member]) => [
			...(path.endsWith(`.${name}`) && member.properties ? [`${path}.${name}`] : []),
			...repeated(member, `${path}.${name}`),
		]);
	const found = rows.flatMap(({ id, body }) => repeated(body, id));
	// An approval form's details do hold details, and its components children.
	expect(found.filter((path) => !/\.(details|children)$/.test(path))).toEqual([]);
});

test('what only the legacy SDK knows can be sent, and is told', () => {
	const row = rows.find(({ id }) => id === 'contact.v2UserUpdate');
	expect(row?.body?.properties?.dept_title_list?.items?.properties?.title).toEqual({ type: 'string' });
	expect(row?.note).toContain('body dept_title_list, exclusive_mobile');
	const told = rows.filter(({ note }) => note?.includes('only in the legacy SDK'));
	expect(told.flatMap(({ id }) => id)).toEqual(
		expect.arrayContaining(['edu.courseList', 'contact.v2DepartmentCreate']),
	);
});

test('replacements are current rows', () => {
	const current = new Set(rows.filter(({ archived }) => !archived).map(({ id }) => id));
	for (const { id, replacedBy = [] } of rows)
		expect([id, ...replacedBy.filter((other) => !current.has(other))]).toEqual([id]);
});

test('what only the SDK knows has no answer, what sends or creates is not safe', () => {
	expect(rows.filter(({ undocumented, response }) => undocumented && response)).toEqual([]);
	const risky = /^(send|create|add|batchSend|start|submit|upload)(?![a-z])/;
	expect(rows.filter(({ id, safe }) => safe && risky.test(id.slice(id.indexOf('.') + 1))).map(({ id }) => id)).toEqual(
		[],
	);
});

test('no text of the documentation is carried along', () => {
	const texts = (schema: Schema): unknown[] => [
		schema.example,
		...Object.values(schema.properties ?? {}).flatMap(texts),
		...(schema.items ? texts(schema.items) : []),
	];
	const long = rows
		.flatMap((row) =>
			[row.body, row.response, ...groups(row).map(([, schema]) => schema)].flatMap((schema) =>
				schema ? texts(schema) : [],
			),
		)
		.filter((text) => typeof text === 'string' && (text.length > 40 || text.includes('。')));
	expect(long).toEqual([]);
});
