import { isObject } from '../../protocol/json';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operator } from '../../shared/operator';

/** An event of the operator's own calendar. https://open.dingtalk.com/document/development/query-an-event-list */
export const event = defineLocator({
	displayName: 'Event',
	zh: { name: '日程', description: '从列表选择，或填写日程 ID' },
	name: 'event',
	required: true,
	description: "Chosen from the operator's calendar, or by its ID",
	placeholder: 'e.g. cnNTbW1YbxxxxdEgvdlQrQT09',
	list: defineList({
		needs: [operator],
		route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events',
		request: ({ operator: userId }) => ({ path: { userId, calendarId: 'primary' } }),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 100 },
			entries: 'events',
			next: 'nextToken',
		},
		entry: ({ id, summary, start }) => {
			const at = isObject(start) ? String(start.date ?? start.dateTime ?? '').slice(0, 16) : '';
			return { name: `${String(summary ?? '')} (${at.replace('T', ' ')})`, value: String(id) };
		},
	}),
});
