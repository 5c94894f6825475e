import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { share } from '../../locators/share';

export const unshare = defineOperation({
	name: 'Unshare',
	value: 'unshare',
	action: 'Stop sharing a calendar with a person',
	description: "Take back a person's access to the operator's calendar. One call.",
	zh: { name: '取消共享', action: '取消共享日历', description: '取消他人对操作人日历的访问。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/delete-an-access-control-list',
	permission: 'Calendar.Acl.Write',
	route: 'DELETE /v1.0/calendar/users/{userId}/calendars/{calendarId}/acls/{aclId}',
	fields: [share, operator],
	request: ({ share: aclId, operator: userId }) => ({ path: { userId, calendarId: 'primary', aclId } }),
	output: () => ({ deleted: true }),
	safe: true,
});
