import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { event } from '../../locators/event';
import { responses } from './responses';

const ATTENDEES = 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/attendees';

export const getAttendees = defineProcedure({
	name: 'Get Many Attendees',
	value: 'getAttendees',
	action: 'Get the attendees of a calendar event',
	description:
		'Get who is invited to an event and how they answered. One call per 500 people. Not for subscribed calendars.',
	zh: {
		name: '获取参与人',
		action: '获取日程参与者',
		description: '获取日程的参与人及其响应状态。每 500 人一次调用；不支持订阅日历',
	},
	docs: 'https://open.dingtalk.com/document/development/get-the-participants-of-a-schedule',
	permission: 'Calendar.Event.Read',
	routes: [ATTENDEES],
	fields: [
		event,
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Response',
					zh: { name: '响应状态', description: '只返回这些响应状态的参与人' },
					name: 'responses',
					type: 'multiOptions',
					default: [],
					options: responses,
					description: 'Only those who answered so; the others are read all the same',
				},
			],
		},
		operator,
	],
	list: true,
	run: async ({ event: eventId, filters, operator: userId, limit }, api) => {
		const wanted: readonly unknown[] = filters.responses ?? [];
		const all = await api.list(
			ATTENDEES,
			{ path: { userId, calendarId: 'primary', eventId } },
			{
				style: 'token',
				cursor: 'nextToken',
				size: { at: 'maxResults', max: 500 },
				entries: 'attendees',
				next: 'nextToken',
			},
			wanted.length > 0 ? Infinity : limit,
		);
		return all
			.filter(({ responseStatus }) => wanted.length === 0 || wanted.includes(responseStatus))
			.slice(0, limit === Infinity ? undefined : limit);
	},
});
