import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

const MINE = 'GET /v1.0/minutes/flashMinutes/createLists';
const SHARED = 'GET /v1.0/minutes/flashMinutes/shareLists';

/** The largest page is nowhere told. */
const PAGES: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 20 },
	entries: 'minutesDetails',
	next: 'nextToken',
	more: 'hasNext',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many minutes',
	description:
		'Get the minutes of a person. One call per 20. DingTalk has no page about this route (it is known from the official SDK), so an organisation may be refused.',
	zh: {
		name: '获取多个',
		action: '获取听记列表',
		description: '获取员工的听记。每 20 条一次调用；该接口没有公开文档（来自官方 SDK），可能被拒绝',
	},
	docs: 'https://open.dingtalk.com/document/development/api-querysmartdeviceaisummary',
	routes: [MINE, SHARED],
	list: true,
	fields: [
		{
			displayName: 'Of',
			zh: { name: '范围', description: '哪些听记' },
			name: 'of',
			type: 'options',
			default: 'created',
			options: [
				{ name: 'Created by the Person', value: 'created', zh: '本人创建的' },
				{ name: 'Shared With the Person', value: 'shared', zh: '他人共享的' },
			],
			description: 'Which minutes',
		},
		operator,
	],
	run: async ({ of, operator: unionId, limit }, api) =>
		await api.list(of === 'shared' ? SHARED : MINE, { query: { unionId } }, PAGES, limit),
});
