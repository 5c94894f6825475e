import { defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { operator } from '../../../shared/operator';
import { subscribedCalendar } from '../../locators/calendar';
import { subscribedBody, subscribedFields } from './subscribed';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a calendar to subscribe to',
	description: 'Change a calendar that people can subscribe to. One call. Only its author and managers may.',
	zh: { name: '更新', action: '更新订阅日历', description: '修改供他人订阅的日历。一次调用；仅限创建者和共同编辑人' },
	docs: 'https://open.dingtalk.com/document/development/update-subscription-calendar',
	permission: 'Calendar.Calendar.Write',
	route: 'PUT /v1.0/calendar/users/{userId}/subscribedCalendars/{calendarId}',
	fields: [
		subscribedCalendar,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				...subscribedFields.slice(0, 2),
				{ displayName: 'Name', zh: '日历名称', name: 'name', type: 'string', default: '', maxLength: 127 },
				...subscribedFields.slice(2),
			],
		},
		operator,
	],
	request: ({ subscribedCalendar: calendarId, updateFields: { name, ...more }, operator: userId }) => {
		const body = { name, ...subscribedBody(more) };
		refuseNoChange(body);
		return { path: { userId, calendarId }, body };
	},
	safe: true,
});
