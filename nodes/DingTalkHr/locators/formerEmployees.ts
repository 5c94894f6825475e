import type { Paging } from '../../protocol/paging';
import { toIso } from '../../protocol/time';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

export const DEPARTURES = 'GET /v1.0/contact/empLeaveRecords';

/** At most 50 a page; the first token is "0". https://open.dingtalk.com/document/development/query-the-details-of-employees-who-have-left-office */
export const departurePaging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	first: '0',
	size: { at: 'maxResults', max: 50 },
	entries: 'records',
	next: 'nextToken',
};

/** Longest range of one call, in days; without an end the start may be no earlier either. */
export const DEPARTURE_DAYS = 365;

/** A little less than the allowed days, since the call arrives later than its start was computed. */
const listedFrom = () => toIso(Date.now() - DEPARTURE_DAYS * 86_400_000 + 60_000);

/** Who is leaving or has left, by user ID. The list shows who left in the last 365 days: HR's own list has no names. */
export const leavers = defineLocator({
	displayName: 'People',
	zh: {
		name: '员工',
		description: '列表显示最近 365 天离开组织的人员；待离职员工请填写 userId，可用逗号分隔多个',
	},
	name: 'people',
	required: true,
	many: true,
	description:
		'The list shows who left in the last 365 days; of others give the user ID, or several separated by commas',
	placeholder: 'e.g. manager4220',
	list: defineList({
		route: DEPARTURES,
		request: () => ({ query: { startTime: listedFrom() } }),
		paging: departurePaging,
		entry: ({ userId, name, leaveTime }) => ({
			name: `${String(name)} (${String(leaveTime).slice(0, 10)})`,
			value: String(userId),
		}),
	}),
});
