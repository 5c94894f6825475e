import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

export const unban = defineOperation({
	name: 'Unban People',
	value: 'unban',
	action: 'Let people book meeting rooms again',
	description: 'Let people book meeting rooms again. One call per 100 people.',
	zh: { name: '移除预定黑名单', action: '恢复员工预定会议室', description: '恢复员工预定会议室。每 100 人一次调用' },
	docs: 'https://open.dingtalk.com/document/development/api-deletebookingblacklist',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/rooms/bookings/blacklist/remove',
	fields: [
		{
			displayName: 'People',
			zh: { name: '人员', description: '一个人，或用逗号分隔的多个 ID' },
			name: 'people',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'One person, or several IDs separated by commas',
		},
		operator,
	],
	split: { lists: { people: 100 }, merge: () => ({ result: true }) },
	request: ({ people: blacklistUnionIds, operator: unionId }) => ({ body: { unionId, blacklistUnionIds } }),
	safe: true,
});
