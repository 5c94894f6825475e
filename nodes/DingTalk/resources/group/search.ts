import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';

/** The route has no next page; the official SDK's example asks for 20. */
const MOST_FOUND = 20;

export const search = defineOperation({
	name: 'Search',
	value: 'search',
	action: 'Search groups by name',
	description:
		"Find the operator's groups by their title, at most 20. One call. DingTalk has no page about this route (it is known from the official SDK), so an organisation may be refused.",
	zh: {
		name: '搜索群',
		action: '按名称搜索群',
		description: '按群名搜索操作人所在的群，最多 20 个。一次调用；该接口没有公开文档（来自官方 SDK），可能被拒绝',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-group-openconversationid',
	route: 'POST /v1.0/im/innerGroups/search',
	safe: true,
	fields: [
		{
			displayName: 'Title',
			zh: { name: '群名称', description: '群名中包含的文字' },
			name: 'searchKey',
			type: 'string',
			required: true,
			default: '',
			description: 'Text in the title of the group',
		},
		operatorUserId,
	],
	paging: { style: 'whole', entries: 'groupInfos' },
	request: ({ searchKey, operator: userId }) => ({ body: { searchKey, userId, maxResults: MOST_FOUND } }),
	simplify: (entry) => pick(entry, ['openConversationId', 'title', 'memberAmount']),
});
