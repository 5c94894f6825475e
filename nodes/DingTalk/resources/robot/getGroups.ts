import { defineOperation } from '../../../runtime/operation';
import { robotCodeOption } from './fields';

export const getGroups = defineOperation({
	name: 'Get Many Groups',
	value: 'getGroups',
	action: 'Get the groups that a robot is in',
	description:
		'Get the IDs of the groups that the robot is in. One call per 100 groups. DingTalk has no page about this route (it is known from the official SDK), so an organisation may be refused; titles are not part of the answer.',
	zh: {
		name: '获取机器人所在群',
		action: '获取机器人所在的群',
		description:
			'获取机器人所在群的 ID。每 100 个群一次调用；该接口没有公开文档（来自官方 SDK），可能被拒绝，且不返回群名',
	},
	docs: 'https://open.dingtalk.com/document/development/the-robot-sends-a-group-message',
	route: 'POST /v1.0/robot/groups/query',
	safe: true,
	fields: [robotCodeOption],
	paging: {
		style: 'page',
		cursor: 'pageNumber',
		first: 0,
		size: { at: 'pageSize', max: 100 },
		entries: 'openConversationIds',
		more: 'hasMore',
	},
	flatten: ({ value }) => [{ openConversationId: value }],
	request: ({ robotCode }) => ({ body: { robotCode } }),
});
