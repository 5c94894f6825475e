import type { INodeListSearchItems } from 'n8n-workflow';
import { isObject, type Json } from '../../protocol/json';
import type { Paging } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { toZoned } from '../../runtime/moment';
import { operator } from '../../shared/operator';
import { attendee } from '../fields/attendee';

/** At most 100 a page. https://open.dingtalk.com/document/development/query-an-event-list */
export const eventPages: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 100 },
	entries: 'events',
	next: 'nextToken',
};

const DAY = 86_400_000;

/** What the list shows: last week and the next thirty days. Whole days, so that a later page asks for the same. */
function around(now: number) {
	const today = Math.floor(now / DAY) * DAY;
	return { timeMin: toZoned(today - 7 * DAY, 'utc'), timeMax: toZoned(today + 31 * DAY, 'utc') };
}

const toEntry = ({ id, summary, start }: Json): INodeListSearchItems => {
	const at = isObject(start) ? String(start.date ?? start.dateTime ?? '').slice(0, 16) : '';
	return { name: `${String(summary ?? '')} (${at.replace('T', ' ')})`, value: String(id) };
};

/** https://open.dingtalk.com/document/development/query-schedule-view */
const VIEW = 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/eventsview';
const viewOf = (userId: string) => ({ path: { userId, calendarId: 'primary' }, query: around(Date.now()) });

const words = {
	required: true,
	description:
		"Chosen from the calendar (last week and the next 30 days), or by its ID. A series' own ID means all its occurrences.",
	zh: {
		name: '日程',
		description: '从日历中选择（最近一周至未来 30 天），或填写日程 ID；重复日程的主日程 ID 表示整个系列',
	},
	placeholder: 'e.g. cnNTbW1YbxxxxdEgvdlQrQT09',
} as const;

/** An event of the operator's own calendar. */
export const event = defineLocator({
	displayName: 'Event',
	name: 'event',
	...words,
	list: defineList({
		needs: [operator],
		route: VIEW,
		request: ({ operator: userId }) => viewOf(userId),
		paging: eventPages,
		entry: toEntry,
	}),
});

/** An event to which the field Attendee was invited. */
export const invitation = defineLocator({
	displayName: 'Event',
	name: 'invitation',
	...words,
	list: defineList({
		needs: [attendee],
		route: VIEW,
		request: ({ attendee: userId }) => viewOf(userId),
		paging: eventPages,
		entry: toEntry,
	}),
});
