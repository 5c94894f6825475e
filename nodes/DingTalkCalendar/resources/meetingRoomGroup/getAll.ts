import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { GROUPS } from '../../flows/rooms';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many meeting room groups',
	description: 'Get the groups of meeting rooms, as a flat list. One call. The parentId of a top group is 0.',
	zh: {
		name: '获取多个',
		action: '查询会议室分组列表',
		description: '查询会议室分组的平铺列表。一次调用；顶级分组的 parentId 为 0',
	},
	docs: 'https://open.dingtalk.com/document/development/query-meeting-rooms-groups',
	permission: 'VideoConference.Conference.Read',
	route: GROUPS,
	fields: [operator],
	request: ({ operator: unionId }) => ({ query: { unionId } }),
	paging: { style: 'whole', entries: 'result' },
});
