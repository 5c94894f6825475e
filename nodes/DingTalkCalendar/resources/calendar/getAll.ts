import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the calendars of a person',
	description: 'Get the calendars of a person. One call. Events can only be written to the primary one.',
	zh: { name: '获取多个', action: '查询日历', description: '查询员工的日历。一次调用；只能在主日历中写日程' },
	docs: 'https://open.dingtalk.com/document/development/query-a-calendar',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars',
	fields: [operator],
	request: ({ operator: userId }) => ({ path: { userId } }),
	paging: { style: 'whole', entries: 'response.calendars' },
});
