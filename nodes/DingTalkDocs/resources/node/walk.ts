import type { Json } from '../../../protocol/json';
import type { LookUps } from '../../../runtime/field';

export const LIST = 'GET /v2.0/wiki/nodes';

const paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 50 },
	entries: 'nodes',
	next: 'nextToken',
} as const;

interface Walk {
	parent: string;
	operator: string;
	/** Whether what is inside what is found is found too. */
	recursive: boolean;
	withPermissionRole?: boolean;
	limit: number;
	keeps: (node: Json) => boolean;
}

/** A document may have nodes below it too, so `hasChildren` decides; a folder is looked into unless it says that it is empty. */
const hasMore = ({ type, hasChildren }: Json) => hasChildren === true || (type === 'FOLDER' && hasChildren !== false);

/** The nodes below a node, one level after the other, each with its `path` from there: one call per 50, and per folder. */
export async function nodesBelow(
	api: Pick<LookUps, 'list'>,
	{ parent, operator: operatorId, recursive, withPermissionRole, limit, keeps }: Walk,
): Promise<Json[]> {
	const found: Json[] = [];
	const waiting = [{ parentNodeId: parent, path: '' }];
	const seen = new Set([parent]);
	for (let place = waiting.shift(); place && found.length < limit; place = waiting.shift()) {
		const { parentNodeId, path } = place;
		const query = { parentNodeId, operatorId, withPermissionRole };
		for (const entry of await api.list(LIST, { query }, paging, Infinity)) {
			const node = { ...entry, path: `${path}/${String(entry.name)}` };
			if (keeps(entry) && found.length < limit) found.push(node);
			const id = String(entry.nodeId);
			if (!recursive || !hasMore(entry) || seen.has(id)) continue;
			seen.add(id);
			waiting.push({ parentNodeId: id, path: node.path });
		}
	}
	return found;
}
