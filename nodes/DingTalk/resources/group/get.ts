import { defineOperation } from '../../../runtime/operation';
import { isObject } from '../../../protocol/json';
import { pick } from '../../../runtime/pick';
import { chatId } from '../../../shared/group';

export const GET = 'GET /chat/get';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a group',
	description:
		'Get name, owner, members and settings of a group. One call. Only groups that Group: Create made. Status 2 means dissolved.',
	zh: {
		name: '查询群信息',
		action: '查询群信息',
		description: '获取群的名称、群主、成员和设置。一次调用；仅支持“创建群”建立的群，status 为 2 表示已解散',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-a-group-session',
	permission: 'qyapi_chat_read',
	route: GET,
	fields: [chatId],
	request: ({ chatid }) => ({ query: { chatid } }),
	output: ({ chat_info: group }, { chatid }) => ({ chatid, ...(isObject(group) ? group : {}) }),
	simplify: (group) => pick(group, ['chatid', 'name', 'owner', 'useridlist', 'conversationTag', 'status', 'icon']),
});
