import type { Json } from '../../protocol/json';
import { defineListBy } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';
import { myDocuments } from '../flows/mine';

const entryOf = ({ name, workspaceId, url }: Json) => ({
	name: String(name),
	value: String(workspaceId),
	...(typeof url === 'string' && url !== '' && { url }),
});

/** What the operator sees: "My documents" first, then the knowledge bases; DingTalk searches by the typed text. */
const list = defineListBy([operator], async ({ operator: operatorId }, { filter, token }, api) => {
	if (filter !== '') {
		const { entries, next } = await api.page(
			'POST /v2.0/storage/workspaces/search',
			{ query: { operatorId }, body: { keyword: filter } },
			{
				style: 'token',
				cursor: 'option.nextToken',
				size: { at: 'option.maxResults', max: 20 },
				entries: 'items',
				next: 'nextToken',
			},
			token,
		);
		return { entries: entries.map(entryOf), ...(next !== undefined && { next }) };
	}
	const { entries, next } = await api.page(
		'GET /v2.0/wiki/workspaces',
		{ query: { operatorId } },
		{
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 30 },
			entries: 'workspaces',
			next: 'nextToken',
		},
		token,
	);
	const mine = token === undefined ? [await myDocuments(api, operatorId)] : [];
	return { entries: [...mine, ...entries].map(entryOf), ...(next !== undefined && { next }) };
});

const words = {
	displayName: 'Knowledge Base',
	zh: { name: '知识库', description: '从列表选择、粘贴知识库链接或填写 workspaceId；留空为操作人的“我的文档”' },
	description: 'Chosen from the list, or by its link or ID. Empty: "My documents" of the operator.',
	placeholder: 'e.g. By8jQS1ZYjGn5b0M',
	url: /\/i\/spaces\/([A-Za-z0-9]+)/,
	urlPlaceholder: 'https://alidocs.dingtalk.com/i/spaces/…/overview',
	list,
} as const;

/** A knowledge base (知识库); empty: the operator's own documents. */
export const knowledgeBase = defineLocator({ ...words, name: 'knowledgeBase' });
/** Where something is copied or moved to. */
export const targetKnowledgeBase = defineLocator({
	...words,
	displayName: 'Target Knowledge Base',
	zh: { name: '目标知识库', description: '从列表选择、粘贴知识库链接或填写 workspaceId；留空为操作人的“我的文档”' },
	name: 'targetKnowledgeBase',
});
