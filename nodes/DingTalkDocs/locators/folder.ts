import type { Json } from '../../protocol/json';
import type { Field } from '../../runtime/field';
import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { documentPage, documentUrl } from '../../shared/alidocs';
import { operator } from '../../shared/operator';
import { workspaceOf } from '../flows/mine';
import { knowledgeBase, targetKnowledgeBase } from './knowledgeBase';

/** The folders at the top of a knowledge base, its root first. Deeper ones go by ID or link. https://open.dingtalk.com/document/development/get-node-list */
const foldersOf = (where: Field) =>
	defineListBy([operator, where], async (needs, { filter, token }, api) => {
		const values: Json = needs;
		const workspaceId = typeof values[where.name] === 'string' ? String(values[where.name]) : undefined;
		const operatorId = String(values.operator);
		const root = String((await workspaceOf(api, workspaceId, operatorId)).rootNodeId);
		const { entries, next } = await api.page(
			'GET /v2.0/wiki/nodes',
			{ query: { parentNodeId: root, operatorId } },
			{ style: 'token', cursor: 'nextToken', size: { at: 'maxResults', max: 50 }, entries: 'nodes', next: 'nextToken' },
			token,
		);
		const folders = entries
			.filter(({ type, name }) => type === 'FOLDER' && String(name).toLowerCase().includes(filter.toLowerCase()))
			.map(({ name, nodeId }) => ({ name: String(name), value: String(nodeId) }));
		const first = token === undefined && filter === '' ? [{ name: 'Root 根目录', value: root }] : [];
		return { entries: [...first, ...folders], ...(next !== undefined && { next }) };
	});

const words = {
	displayName: 'Folder',
	zh: { name: '文件夹', description: '从知识库根目录选择、粘贴文件夹链接或填写节点 ID；留空为知识库根目录' },
	description:
		'Chosen from the top of the knowledge base, or by its link or node ID. Empty: the root of the knowledge base.',
	placeholder: 'e.g. qnYMoO1rWxDe4EbQh4zO2vxeJ47Z3je9',
	url: documentUrl,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/nodes/…',
	page: documentPage,
} as const;

/** A folder of a knowledge base; empty: its root. */
export const folder = defineLocator({ ...words, name: 'folder', list: foldersOf(knowledgeBase) });
/** The folder that something is copied or moved to. */
export const targetFolder = defineLocator({
	...words,
	displayName: 'Target Folder',
	zh: { name: '目标文件夹', description: '从知识库根目录选择、粘贴文件夹链接或填写节点 ID；留空为知识库根目录' },
	name: 'targetFolder',
	list: foldersOf(targetKnowledgeBase),
});
