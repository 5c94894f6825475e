import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { group } from '../../../shared/group';

export const getRobots = defineOperation({
	name: 'Get Many Robots',
	value: 'getRobots',
	action: 'Get the robots of a group',
	description: 'Get the robots of a group. One call. openRobotType 2 is an app robot of the organisation.',
	zh: {
		name: '获取群内机器人',
		action: '获取群内机器人列表',
		description: '获取群里的机器人。一次调用；openRobotType 为 2 表示企业应用机器人',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-list-of-robots-in-the-group',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/robot/groups/robots/query',
	safe: true,
	fields: [group],
	paging: { style: 'whole', entries: 'chatbotInstanceVOList' },
	request: ({ openConversationId }) => ({ body: { openConversationId } }),
	simplify: (robot) => pick(robot, ['robotCode', 'name', 'openRobotType']),
});
