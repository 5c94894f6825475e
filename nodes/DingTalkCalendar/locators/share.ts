import { at } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';

/** With whom the operator's calendar is shared. https://open.dingtalk.com/document/development/obtain-the-access-control-list-of-the-calendar */
export const share = defineLocator({
	displayName: 'Share',
	zh: { name: '共享', description: '从列表选择（显示对方的 unionId），或填写“共享”返回的 aclId' },
	name: 'share',
	required: true,
	description: 'Chosen from the list, which shows union IDs, or the aclId that Share returned',
	placeholder: 'e.g. VS4yJgnNiiiSRmsqKttYxxxx',
	list: defineList({
		needs: [operator],
		route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/acls',
		request: ({ operator: userId }) => ({ path: { userId, calendarId: 'primary' } }),
		paging: { style: 'whole', entries: 'acls' },
		entry: ({ aclId, privilege, scope }) => ({
			name: `${String(at(scope, 'userId'))} (${String(privilege)})`,
			value: String(aclId),
		}),
	}),
});
