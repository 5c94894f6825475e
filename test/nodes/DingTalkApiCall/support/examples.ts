import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Row, Schema } from '../../../../nodes/catalog/types';
import type { Given } from '../../../../nodes/DingTalkApiCall/parts';
import { tokenOf } from '../../../../nodes/DingTalkApiCall/wire';
import type { Company } from '../../../../sandbox';
import { readReference, type DocOperation } from '../../../../scripts/catalog/reference';

const REFERENCE = join(__dirname, '../../../../../shared/dingtalk');

/** The documented operations by the address of their page; empty where the reference data is not at hand. */
export const documented: Map<string, DocOperation> = new Map(
	existsSync(REFERENCE) ? readReference(REFERENCE).docs.map((doc) => [doc.doc_url, doc]) : [],
);

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value of the documented shape, with the examples that the catalog holds. */
function sampleOf(schema: Schema): unknown {
	const { type, example, items, properties, time } = schema;
	if (schema.enum) return schema.enum[0];
	if (example !== undefined) return example;
	if (time)
		return {
			ms: '1764550800000',
			s: '1764550800',
			iso: '2025-12-01T01:00:00Z',
			chinaTime: '2025-12-01 09:00:00',
			chinaDate: '2025-12-01',
			chinaDay: '20251201',
		}[time];
	if (type === 'file') return 'data';
	if (type === 'object') return membersOf(properties);
	if (type === 'array') return items ? [sampleOf(items)] : [];
	if (type === 'map') return items ? { key: sampleOf(items) } : {};
	return type === 'number' ? 7 : type === 'boolean' ? true : 'text';
}

const membersOf = (members: Record<string, Schema> | undefined) =>
	Object.fromEntries(Object.entries(members ?? {}).map(([name, schema]) => [name, sampleOf(schema)]));

/** A request made of the catalog's own examples; tokens of other kinds than the app's are made up. */
export function generated(row: Row): Required<Given> {
	const given: Required<Given> = {
		path: membersOf(row.pathParams),
		query: membersOf(row.query),
		headers: membersOf(row.headers),
		body: row.body ? sampleOf(row.body) : {},
	};
	const token = tokenOf(row);
	if (token) Object.assign(given[token.place] as object, { [token.name]: 'token' });
	return given;
}

/** What a company has under these names. */
const ownNames = ({
	appKey,
	appSecret,
	agentId,
	robotCode,
	processCode,
	openConversationId,
	users,
	groupRobot,
}: Company): Record<string, unknown> => ({
	appKey,
	appkey: appKey,
	clientId: appKey,
	appSecret,
	appsecret: appSecret,
	clientSecret: appSecret,
	agent_id: agentId,
	agentid: agentId,
	robotCode,
	processCode,
	openConversationId,
	dept_id: 1,
	mobile: users[0]?.mobile,
	access_token: groupRobot.accessToken,
});

/** A request with the people and things of a company in place of its examples'; the rest stays. */
export function inCompany(value: unknown, schema: Schema | undefined, company: Company, name = ''): unknown {
	const [person] = company.users;
	if (typeof value === 'string' && schema?.person) return schema.person === 'userId' ? person?.userid : person?.unionid;
	if (Array.isArray(value)) return value.map((entry) => inCompany(entry, schema?.items, company));
	if (isRecord(value))
		return Object.fromEntries(
			Object.entries(value).map(([key, member]) => [key, inCompany(member, schema?.properties?.[key], company, key)]),
		);
	const own = ownNames(company);
	return name in own && schema?.enum === undefined
		? schema?.type === 'string'
			? String(own[name])
			: own[name]
		: value;
}

/** The curl samples of legacy pages print the word null for every object (`request_example_incomplete` in the reference data). */
const isIncomplete = (value: unknown): boolean =>
	value === 'null' || (isRecord(value) && Object.values(value).some(isIncomplete));
/** `FILE_SIZE`, `AGENT_ID`: a word for a number. */
const isPlaceholder = (value: unknown, schema: Schema | undefined) =>
	schema?.type === 'number' && typeof value === 'string' && /^[A-Z_]+$/.test(value);

/**
 * The request that a page shows, by place; undefined where it shows none that could be sent: none at all, an incomplete one, or an
 * answer instead. What the page shows no value of (the path, a token, a whole part) is generated.
 */
export function exampleOf(row: Row, doc: DocOperation): Required<Given> | undefined {
	const shown = doc.request_example;
	const inQuery = doc.host === 'oapi' && doc.method === 'GET';
	const answers = isRecord(shown) && 'errcode' in shown;
	const query = {
		...(isRecord(doc.request_query_example) ? doc.request_query_example : {}),
		...(inQuery && isRecord(shown) && !answers ? shown : {}),
	};
	const none = Object.keys(query).length === 0 && (shown === null || shown === undefined);
	if (none || isIncomplete(shown) || (answers && !inQuery)) return undefined;
	const made = generated(row);
	if (row.auth === undefined) delete query.access_token;
	for (const [name, value] of Object.entries(query))
		if (isPlaceholder(value, row.query?.[name])) query[name] = made.query[name];
	return {
		path: made.path,
		headers: made.headers,
		query:
			Object.keys(query).length > 0 ? { ...(tokenOf(row)?.place === 'query' ? made.query : {}), ...query } : made.query,
		body: row.content !== 'multipart' && row.body && (shown ?? undefined) !== undefined && !inQuery ? shown : made.body,
	};
}
