import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { group } from '../../../shared/group';
import { operatorUserId } from '../../../shared/operator';

export const getMembers = defineOperation({
	name: 'Get Many Members',
	value: 'getMembers',
	action: 'Get the members of a group',
	description:
		'Get the members of a group by its openConversationId. One call per 100 members. DingTalk has no page about this route (it is known from the official SDK), so an organisation may be refused: Get and Scene Group: Get Many Members are the documented ways.',
	zh: {
		name: '获取群成员',
		action: '获取群成员列表',
		description:
			'按 openConversationId 获取群成员。每 100 人一次调用；该接口没有公开文档（来自官方 SDK），可能被拒绝，可改用“查询群信息”或“查询场景群成员”',
	},
	docs: 'https://open.dingtalk.com/document/development/query-group-members',
	route: 'POST /v1.0/im/innerGroups/memberLists/query',
	safe: true,
	fields: [group, operatorUserId],
	paging: {
		style: 'cursor',
		cursor: 'nextToken',
		first: 0,
		size: { at: 'maxResults', max: 100 },
		entries: 'list',
		next: 'nextToken',
		more: 'hasMore',
	},
	request: ({ openConversationId, operator: userId }) => ({ body: { openConversationId, userId } }),
	simplify: (entry) => pick(entry, ['userId', 'name', 'nickName']),
});
