import type { Row, Schema } from '../../nodes/catalog/types';
import { appsOf, authOf, TOKEN_PARAMS } from './auth';
import { overlay } from './docTree';
import type { Table } from './docTree';
import { addShown, allNames, fromValue, plain } from './exampleTree';
import { guess, guessAll } from './facts';
import { nesting, notMembers } from './overrides';
import type { DocOperation, DocParam, LegacyClass, SdkNode, SdkOperation } from './reference';
import { fromSdk, membersFromSdk } from './sdkTree';

type Members = Record<string, Schema>;

/** What the SDKs know about a documented operation. */
export interface Witness {
	sdk?: SdkOperation;
	legacy?: LegacyClass;
}

/** A documented operation without what names it, and what its sources disagree on. */
export interface Drafted {
	row: Omit<Row, 'id' | 'name' | 'zh'>;
	disagreements: string[];
}

const UPLOADS = /^\/(media\/upload|file\/upload\/(chunk|single))$/;

const filled = (members: Members | undefined): Members | undefined =>
	members && Object.keys(members).length > 0 ? members : undefined;
const listed = <T>(entries: T[]): T[] | undefined => (entries.length > 0 ? entries : undefined);

/**
 * The legacy SDK knows members, but writes lists as comma text: only its nested objects are taken. Its
 * `serialize` is its own: it posts these objects as JSON, not as text, and so do the pages' examples.
 */
function legacyNodes(params: DocParam[], legacy: LegacyClass | undefined): SdkNode[] {
	const named = new Set(params.filter((param) => param.parent === null).map((param) => param.name));
	const nested = (legacy?.params ?? []).filter(
		(node) => named.has(node.name ?? '') && (node.properties ?? node.items?.properties),
	);
	return nested.map((node) => ({ ...node, serialize: undefined }));
}

/** What only the legacy SDK knows of a call: its page and its other parameters have nothing of that name, at any depth. */
function unknownToPage(legacy: LegacyClass | undefined, groups: Array<Members | undefined>): SdkNode[] {
	const names = new Set<string>();
	for (const properties of groups) allNames({ type: 'object', properties }, names);
	return (legacy?.params ?? [])
		.filter(({ name = '', description_zh }) => !names.has(plain(name)) && !/废弃/.test(description_zh ?? ''))
		.map((node) => ({ ...node, serialize: undefined }));
}

/** Moves parameters whose object the flat table does not tell to where `overrides.json` says they are. */
function settled(doc: DocOperation, params: DocParam[]): DocParam[] {
	const own = nesting.filter(({ slugs }) => slugs.includes(doc.slug));
	return params.map((param) => {
		const fix = own.find(({ names }) => names.includes(param.name));
		return fix ? { ...param, parent: fix.parent } : param;
	});
}

/** A path's placeholders are its parameters, whatever the table calls them. */
function pathMembers(path: string, members: Members): Members | undefined {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
	return filled(
		Object.fromEntries(
			names.map((name) => [
				name,
				{ ...(members[name] ?? guess(name, { type: 'string' }, path)), required: true as const },
			]),
		),
	);
}

/** Turns one page, with what the SDKs know of it, into a row. */
export function draft(doc: DocOperation, { sdk, legacy }: Witness): Drafted {
	const disagreements: string[] = [];
	const path = doc.path_corrected ?? doc.path;
	const auth = authOf(doc);
	const curl = doc.host === 'oapi';
	const keep = ({ name }: DocParam) => auth !== undefined || !TOKEN_PARAMS.includes(name);
	const table = (place: string, example: unknown): Table => ({
		example,
		request: place !== 'response',
		whole: place === 'body',
		disagree: (at, page, other, taken) =>
			disagreements.push(`${place} ${at}: page ${page}, SDK ${other}, taken ${taken}`),
	});
	const flat = (place: string, nodes: SdkNode[], params: DocParam[]) =>
		overlay(
			{ type: 'object', properties: guessAll(membersFromSdk(nodes), path) },
			params,
			table(place, place === 'query' ? doc.request_query_example : undefined),
		).properties ?? {};
	const shape = (place: string, known: Schema, params: DocParam[], example: unknown) => {
		const schema = overlay(known, settled(doc, params), table(place, example));
		const skip = notMembers.find(({ slug }) => slug === doc.slug)?.names ?? [];
		for (const at of addShown(schema, example, curl, skip))
			disagreements.push(`${place} ${at}: only in the page's example`);
		return schema;
	};

	const known: Schema = sdk?.body
		? guess('', fromSdk(sdk.body), path)
		: doc.body_is_array
			? { type: 'array' }
			: { type: 'object', properties: guessAll(membersFromSdk(legacyNodes(doc.body_params, legacy)), path) };
	const shown =
		doc.method !== 'GET' &&
		typeof doc.request_example === 'object' &&
		Object.keys(doc.request_example ?? {}).length > 0;
	// A legacy GET has no body: what its page calls so goes into the query.
	const inQuery = curl && doc.method === 'GET';
	const body =
		!inQuery && (doc.body_params.length > 0 || sdk?.body)
			? shape('body', known, doc.body_params, doc.request_example)
			: shown
				? fromValue('', doc.request_example, curl)
				: undefined;
	if (body && doc.body_params.length === 0 && !sdk?.body) disagreements.push("body: only in the page's example");

	const answer = sdk?.response ?? legacy?.response;
	const response =
		doc.response_params.length > 0 || answer
			? shape('response', answer ? fromSdk(answer) : { type: 'object' }, doc.response_params, doc.response_example)
			: undefined;
	const unsure = settled(doc, doc.body_params).filter(
		(param) => param.nesting === 'unknown' && param.parent === null && param.parent_guess,
	);
	for (const { name, parent_guess } of unsure) disagreements.push(`body ${parent_guess}.${name}: place not sure`);
	if (doc.path_note) disagreements.unshift(`path: ${doc.path_note}`);

	const pathParams = pathMembers(path, flat('path', [], doc.path_params));
	const headers = filled(flat('header', [], doc.headers.filter(keep)));
	const query = flat('query', sdk?.query ?? [], [
		...doc.query_params.filter(keep),
		...(inQuery ? doc.body_params : []),
	]);
	const others = unknownToPage(legacy, [pathParams, query, headers, { '': body ?? { type: 'any' } }]);
	const place = inQuery ? query : body?.type === 'object' ? (body.properties ??= {}) : undefined;
	if (place) Object.assign(place, guessAll(membersFromSdk(others), path));
	if (place && others.length > 0)
		disagreements.push(
			`${inQuery ? 'query' : 'body'} ${others.map(({ name }) => name).join(', ')}: only in the legacy SDK`,
		);

	return {
		disagreements,
		row: {
			method: doc.method as Row['method'],
			host: doc.host,
			path,
			docs: doc.doc_url,
			permissions: listed(doc.permissions),
			apps: listed(appsOf(doc)),
			auth,
			// The curl samples of legacy pages say form-urlencoded; the official Java SDK posts JSON to the same addresses.
			content: UPLOADS.test(path) ? 'multipart' : undefined,
			archived: doc.archived || undefined,
			pathParams,
			query: filled(query),
			headers,
			body,
			response,
			quotaFree: doc.quota_exempt || undefined,
		},
	};
}
