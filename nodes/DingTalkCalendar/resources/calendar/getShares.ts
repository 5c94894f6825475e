import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';

export const getShares = defineOperation({
	name: 'Get Many Shares',
	value: 'getShares',
	action: 'Get with whom a calendar is shared',
	description: "Get with whom the operator's calendar is shared. One call. The userId of a scope is a unionId.",
	zh: {
		name: '获取共享列表',
		action: '获取日历共享列表',
		description: '查询操作人的日历共享给了谁。一次调用；scope 中的 userId 为 unionId',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-access-control-list-of-the-calendar',
	permission: 'Calendar.Acl.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/acls',
	fields: [operator],
	request: ({ operator: userId }) => ({ path: { userId, calendarId: 'primary' } }),
	paging: { style: 'whole', entries: 'acls' },
});
