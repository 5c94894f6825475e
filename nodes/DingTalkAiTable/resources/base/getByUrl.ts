import { at } from '../../../protocol/paging';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { documentUrl } from '../../../shared/alidocs';
import { operator } from '../../../shared/operator';

const NODE = 'POST /v2.0/wiki/nodes/queryByUrl';
const KINDS: Readonly<Record<string, [en: string, zh: string]>> = {
	axls: ['a spreadsheet', '表格'],
	adoc: ['a document', '文档'],
};

/** The parameter of a link: in its query, or percent-encoded within `iframeQuery`. */
const inLink = (url: string, name: string) => new RegExp(`(?:[?&]|%26|=)${name}(?:=|%3D)([\\w-]+)`).exec(url)?.[1];

export const getByUrl = defineProcedure({
	name: 'Get by URL',
	value: 'getByUrl',
	action: 'Get base, sheet and view ID from a URL',
	description: 'Get the IDs that an AI table link holds. No call; one with Check.',
	zh: {
		name: '通过链接解析',
		action: '通过链接解析 AI 表格',
		description: '从 AI 表格链接解析 ID。不产生调用；勾选“校验”时一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/get-node-by-link',
	permission: 'Wiki.Node.Read',
	routes: [NODE],
	fields: [
		{
			displayName: 'URL',
			zh: '链接',
			name: 'url',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'https://alidocs.dingtalk.com/i/nodes/…',
		},
		{
			displayName: 'Check',
			zh: { name: '校验', description: '是否查询该链接指向的是否为 AI 表格及其名称' },
			name: 'check',
			type: 'boolean',
			default: false,
			description: 'Whether to ask DingTalk whether it is an AI table, and for its name',
		},
		operator,
	],
	plan: ({ url, ...rest }) => {
		const baseId = documentUrl.exec(url)?.[1];
		if (baseId === undefined && !rest.check)
			throw new InputError('URL', `is no link of an AI table: ${url}`, `不是 AI 表格链接：${url}`);
		return { ...rest, url, baseId };
	},
	run: async ({ url, baseId, check, operator: operatorId }, api) => {
		const ids = { baseId, sheetId: inLink(url, 'sheetId'), viewId: inLink(url, 'viewId') };
		if (!check) return ids;
		const { node } = await api.call(NODE, { query: { operatorId }, body: { url } }, { safe: true });
		const kind = KINDS[String(at(node, 'extension'))];
		if (kind)
			throw new InputError('URL', `this link is ${kind[0]}, not an AI table`, `该链接是${kind[1]}，不是 AI 表格`);
		return {
			...ids,
			baseId: at(node, 'nodeId') ?? baseId,
			name: at(node, 'name'),
			workspaceId: at(node, 'workspaceId'),
		};
	},
});
