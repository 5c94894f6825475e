import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

export const ban = defineOperation({
	name: 'Ban Person',
	value: 'ban',
	action: 'Ban a person from booking meeting rooms',
	description: 'Keep a person from booking meeting rooms. One call. DingTalk has no list of those banned.',
	zh: {
		name: '添加预定黑名单',
		action: '禁止员工预定会议室',
		description: '禁止某人预定会议室。一次调用；钉钉没有查询黑名单的接口',
	},
	docs: 'https://open.dingtalk.com/document/development/api-createbookingblacklist',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/rooms/bookings/blacklist',
	fields: [
		{
			displayName: 'Person',
			zh: { name: '人员', description: '被禁止预定的人' },
			name: 'person',
			type: 'resourceLocator',
			person: 'unionId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who is banned',
		},
		{ displayName: 'From', zh: '开始时间', name: 'from', type: 'dateTime', required: true, default: '={{ $now }}' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Note',
					zh: '备注',
					name: 'memo',
					type: 'string',
					default: '',
				},
				{
					displayName: 'To',
					zh: { name: '结束时间', description: '到何时为止；留空为永久' },
					name: 'to',
					type: 'dateTime',
					default: '',
					description: 'Until when. Empty: for good.',
				},
			],
		},
		operator,
	],
	request: ({ person, from, additionalFields: { to, memo }, operator: unionId }) => {
		if (to !== undefined && to <= from) throw new InputError('To', 'must be after From', '必须晚于开始时间');
		return { body: { unionId, blacklistUnionId: person, startTime: from, endTime: to, memo } };
	},
	safe: true,
});
