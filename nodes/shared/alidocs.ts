import type { INodeListSearchItems } from 'n8n-workflow';
import { at } from '../protocol/paging';
import type { ListPage, ListQuery, LookUps } from '../runtime/field';
import { defineListBy } from '../runtime/list';
import type { Json } from '../runtime/operation';
import { objectsIn } from '../runtime/pick';
import { slices } from '../runtime/slices';
import { operator } from './operator';

/** What an online document is, by the ending of its name: AI table, spreadsheet, text document. */
export type DocumentKind = 'able' | 'axls' | 'adoc';

/** A link to an online document: its node ID, which is also the ID of the table, the workbook or the document. */
export const documentUrl = /alidocs\.dingtalk\.com\/i\/nodes\/([A-Za-z0-9]+)/;
/** n8n links from a chosen document to its page. */
export const documentPage = 'https://alidocs.dingtalk.com/i/nodes/{{$value}}';

const toEntry = ({ name, nodeId, url }: Json): INodeListSearchItems => ({
	name: String(name).replace(/\.(able|axls|adoc)$/, ''),
	value: String(nodeId),
	...(typeof url === 'string' && url !== '' && { url }),
});

/** Without a kind: whatever it is. */
const isOf = (kind?: DocumentKind) => (node: Json) => kind === undefined || node.extension === kind;

/** Most entries of a page. https://open.dingtalk.com/document/development/search-for-files */
const SEARCH_PAGE = 50;
/** Most nodes that one call tells about. https://open.dingtalk.com/document/development/get-nodes-info */
const MOST_NODES = 20;

/** What nodes are, by their IDs: one call per 20. https://open.dingtalk.com/document/development/obtain-nodes-in-batch */
export async function nodesOf(ids: readonly string[], operatorId: string, api: Pick<LookUps, 'call'>): Promise<Json[]> {
	const read = async (nodeIds: string[]) =>
		objectsIn(
			(await api.call('POST /v2.0/wiki/nodes/batchQuery', { query: { operatorId }, body: { nodeIds } }, { safe: true }))
				.nodes,
		);
	return (await Promise.all(slices(ids, MOST_NODES).map(read))).flat();
}

/** Documents whose name has the typed text, wherever they are. The search does not tell kinds apart: the nodes do. */
async function matching(
	kind: DocumentKind | undefined,
	operatorId: string,
	{ filter: keyword, token }: ListQuery,
	api: LookUps,
): Promise<ListPage> {
	const option = { ...(kind && { dentryCategories: ['alidoc'] }), maxResults: SEARCH_PAGE, nextToken: token };
	const answer = await api.call(
		'POST /v2.0/storage/dentries/search',
		{ query: { operatorId }, body: { keyword, option } },
		{ safe: true },
	);
	const ids = objectsIn(answer.items).map(({ dentryUuid }) => String(dentryUuid));
	const nodes = await nodesOf(ids, operatorId, api);
	return {
		entries: nodes.filter(isOf(kind)).map(toEntry),
		...(answer.nextToken ? { next: String(answer.nextToken) } : {}),
	};
}

/** "My documents" of the operator: the documents at its root. */
async function mine(
	kind: DocumentKind | undefined,
	operatorId: string,
	{ token }: ListQuery,
	api: LookUps,
): Promise<ListPage> {
	const { workspace } = await api.once(
		`my documents ${operatorId}`,
		async () => await api.call('GET /v2.0/wiki/mineWorkspaces', { query: { operatorId } }),
	);
	const parentNodeId = String(at(workspace, 'rootNodeId'));
	const answer = await api.call('GET /v2.0/wiki/nodes', {
		query: { parentNodeId, operatorId, maxResults: SEARCH_PAGE, nextToken: token },
	});
	return {
		entries: objectsIn(answer.nodes).filter(isOf(kind)).map(toEntry),
		...(answer.nextToken ? { next: String(answer.nextToken) } : {}),
	};
}

/** Documents of one kind, or of every kind: those at the root of the operator's own documents while nothing is typed, else what the search finds. */
export const documentList = (kind?: DocumentKind) =>
	defineListBy([operator], async ({ operator: operatorId }, query, api) =>
		query.filter === '' ? await mine(kind, operatorId, query, api) : await matching(kind, operatorId, query, api),
	);
