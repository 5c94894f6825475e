import { blocksOf } from '../data/documents';
import type { Block } from '../data/documents';
import { ApiError } from '../errors';
import type { Call, Route, World } from '../world';
import { Tree, extensionOf } from './drive/tree';
import { operation } from './operation';

const DOCUMENT = '/v1.0/doc/suites/documents';
const DOCS = '/v1.0/doc/workspaces/{workspaceId}/docs';
const EXTENSIONS = { DOC: '.adoc', WORKBOOK: '.axls', MIND: '.amind', FOLDER: '' } as const;
const MOST_CHARACTERS = 50_000;

type Create = { name: string; docType: keyof typeof EXTENSIONS; operatorId: string; parentNodeId?: string };
type Element = { element: Record<string, unknown> };
type Where = { blockId?: string; index?: number; where?: 'after' | 'before' };

const invalid = (detail: string) => new ApiError('paramError', detail);
const gone = (code: string, what: string) => new ApiError(code, `${what} not exist`, 404);

/** Documents and their blocks, https://open.dingtalk.com/document/development/api-docblocksquery and its neighbours. */
export const documentRoutes = (world: World): Route[] => {
	const { data, nextId } = world;
	const { blocks, keys } = data.documents;
	const tree = new Tree(world);
	const refusals = { invalid, stranger: (id: string) => invalid(`operatorId ${id}`) };
	const newId = () => `blk${nextId().toString(36)}`;

	const node = (id: string, operatorId: string) => {
		const uuid = keys.get(id) ?? id;
		const found = data.drive.dentries.find((one) => one.uuid === uuid);
		if (!found) throw gone('invalidRequest.resource.notFound', 'resource');
		tree.space(found.spaceId, operatorId);
		return found;
	};
	const document = (id: string, { operatorId }: Record<string, string>): Block[] => {
		const { uuid, name } = node(id, operatorId);
		if (extensionOf(name) !== 'adoc') throw gone('docNotExist', 'doc');
		const own = blocks.get(uuid) ?? [];
		blocks.set(uuid, own);
		return own;
	};
	const block = (own: Block[], id: string): Block => {
		const found = own.find((one) => one.id === id);
		if (!found) throw gone('invalidRequest.resource.notFound', 'block');
		return found;
	};
	const checked = (element: Record<string, unknown>): { blockType: string; inside: object } => {
		const { blockType } = element;
		const inside = typeof blockType === 'string' ? element[blockType] : undefined;
		if (typeof blockType !== 'string' || typeof inside !== 'object' || inside === null) throw invalid('element');
		return { blockType, inside };
	};
	const workspace = (id: string, operatorId: string) => {
		const space = data.drive.spaces.find(({ workspaceId }) => workspaceId === id);
		if (!space) throw gone('invalidRequest.resource.notFound', 'workspace');
		return tree.space(space.spaceId, operatorId);
	};

	return [
		operation<Create>(
			world,
			`POST ${DOCS}`,
			({ path: { workspaceId }, body: { name, docType, operatorId, parentNodeId } }) => {
				const space = workspace(workspaceId, operatorId);
				const parent =
					parentNodeId === undefined ? { spaceId: space.spaceId, dentryId: '0' } : tree.place(parentNodeId);
				if (parent?.spaceId !== space.spaceId)
					throw new ApiError('invalidRequest.workspaceNode.parentNotFound', 'parent not found', 404);
				const type = docType === 'FOLDER' ? 'FOLDER' : 'FILE';
				const { uuid, id } = tree.add(
					{
						spaceId: parent.spaceId,
						parentId: parent.dentryId,
						type,
						name: `${name}${EXTENSIONS[docType]}`,
						versions: [],
					},
					operatorId,
					'RETURN_ERROR_IF_EXISTS',
					'invalidRequest.workspaceNode.nameConflict',
				);
				// Two other ids of the same document, which only some routes take.
				const nodeId = `n${id}`;
				const docKey = `k${id}`;
				keys.set(nodeId, uuid).set(docKey, uuid);
				const url = `https://alidocs.dingtalk.com/i/nodes/${uuid}`;
				return { workspaceId, nodeId, docKey, dentryUuid: uuid, url };
			},
			refusals,
		),
		operation(
			world,
			`DELETE ${DOCS}/{nodeId}`,
			({ path: { workspaceId, nodeId }, query: { operatorId } }) => {
				const space = workspace(workspaceId, operatorId);
				const found = node(nodeId, operatorId);
				if (found.spaceId !== space.spaceId)
					throw new ApiError('invalidRequest.workspaceNode.notInWorkspace', 'not in workspace');
				tree.remove(found);
				return {};
			},
			refusals,
		),
		operation(
			world,
			`GET ${DOCUMENT}/{docKey}/blocks`,
			({ path: { docKey }, query }) => {
				const { startIndex = '0', endIndex = 'Infinity', blockType } = query;
				const all = document(docKey, query).map((one, index) => ({ ...one, index }));
				const within = all.filter(({ index }) => index >= Number(startIndex) && index <= Number(endIndex));
				return { success: true, result: { data: within.filter((one) => !blockType || one.blockType === blockType) } };
			},
			refusals,
		),
		operation<{ content: string; dataType?: string }>(
			world,
			`POST ${DOCUMENT}/{docKey}/overwriteContent`,
			({ path: { docKey }, query, body: { content } }) => {
				const own = document(docKey, query);
				if (content.length > MOST_CHARACTERS) throw invalid('content is too long');
				own.splice(0, own.length, ...blocksOf(content, newId));
				return { success: true, result: { data: {} } };
			},
			refusals,
		),
		operation<{ content: { type: string; content: string }; index?: number }>(
			world,
			`POST ${DOCUMENT}/{documentId}/content`,
			({ path: { documentId }, query, body: { content, index } }) => {
				const own = document(documentId, query);
				if (content.type !== 'markdown') throw invalid('content.type');
				own.splice(index ?? own.length, 0, ...blocksOf(content.content, newId));
				return { success: true, result: {} };
			},
			refusals,
		),
		operation<Element & Where>(
			world,
			`POST ${DOCUMENT}/{docKey}/blocks`,
			({ path: { docKey }, query, body: { element, blockId, index, where } }) => {
				const own = document(docKey, query);
				const { blockType, inside } = checked(element);
				const target = blockId === undefined ? index : own.indexOf(block(own, blockId));
				const at = target === undefined ? own.length : target + (where === 'before' ? 0 : 1);
				const made = { id: newId(), blockType, [blockType]: inside };
				own.splice(at, 0, made);
				return { success: true, result: { data: { ...made, index: own.indexOf(made) } } };
			},
			refusals,
		),
		operation<Element>(
			world,
			`PUT ${DOCUMENT}/{documentId}/blocks/{blockId}`,
			({ path: { documentId, blockId }, query, body: { element } }) => {
				const found = block(document(documentId, query), blockId);
				const { blockType, inside } = checked(element);
				if (blockType !== found.blockType) throw invalid('blockType');
				found[blockType] = { ...(found[blockType] as object), ...inside };
				return { success: true, result: { result: ['{}'] } };
			},
			refusals,
		),
		operation<{ text: string }>(
			world,
			`POST ${DOCUMENT}/{docKey}/blocks/{blockId}/paragraph/appendText`,
			({ path: { docKey, blockId }, query, body: { text } }) => {
				const found = block(document(docKey, query), blockId);
				if (found.blockType !== 'paragraph') throw invalid('blockId is no paragraph');
				const { text: before = '' } = found.paragraph as { text?: string };
				found.paragraph = { text: before + text };
				return { success: true, result: { data: {} } };
			},
			refusals,
		),
		operation(
			world,
			`DELETE ${DOCUMENT}/{docKey}/blocks/{blockId}`,
			({ path: { docKey, blockId }, query }: Call) => {
				const own = document(docKey, query);
				own.splice(own.indexOf(block(own, blockId)), 1);
				return { success: true, result: { data: {} } };
			},
			refusals,
		),
	];
};
