import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { fittingRooms, GROUPS, roomFilters, simplifyRoom } from '../../flows/rooms';
import { ROOMS } from '../../locators/room';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many meeting rooms',
	description: 'Get the meeting rooms of the organization. One call per 100 rooms; with filters all rooms are read.',
	zh: {
		name: '获取多个',
		action: '查询会议室列表',
		description: '查询企业的会议室。每 100 间一次调用；有筛选条件时会读取全部会议室',
	},
	docs: 'https://open.dingtalk.com/document/development/check-the-meeting-room-list',
	permission: 'VideoConference.Conference.Read',
	routes: [ROOMS, GROUPS],
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: roomFilters,
		},
		operator,
	],
	list: true,
	run: async ({ filters, operator: unionId, limit }, api) => await fittingRooms(api, unionId, filters, limit),
	simplify: simplifyRoom,
});
