import type { Json } from '../../../protocol/json';
import { toZoned } from '../../../runtime/moment';
import { defineProcedure, type Api } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { maxAttendees, simplifyEvent } from './fields';

/** Changes (and the sync token) come from the list of events. https://open.dingtalk.com/document/development/query-an-event-list */
const EVENTS = 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events';
const PAGE = 100;

type Query = Readonly<Record<string, string | number | undefined>>;

/** Everything that a query finds, and the token of its last page. A cursor for the second time would only repeat what is there. */
async function readAll(api: Api, userId: string, query: Query): Promise<{ events: Json[]; syncToken?: string }> {
	const events: Json[] = [];
	const asked = new Set<string | undefined>();
	for (let nextToken: string | undefined; !asked.has(nextToken);) {
		asked.add(nextToken);
		const answer = await api.call(EVENTS, {
			path: { userId, calendarId: 'primary' },
			query: { ...query, maxResults: PAGE, nextToken },
		});
		events.push(...objectsIn(answer.events));
		nextToken = typeof answer.nextToken === 'string' && answer.nextToken !== '' ? answer.nextToken : undefined;
		if (nextToken !== undefined) continue;
		return { events, ...(typeof answer.syncToken === 'string' && { syncToken: answer.syncToken }) };
	}
	return { events };
}

export const getChanges = defineProcedure({
	name: 'Get Changes',
	value: 'getChanges',
	action: 'Get the calendar events changed since last time',
	description:
		'Get events created, changed or deleted since last time. One call per 100. The first run only notes where it stands. The status of a deleted event is "cancelled". The calendar events of DingTalk Trigger cost fewer calls.',
	zh: {
		name: '获取变更',
		action: '获取日程变更',
		description:
			'获取上次之后新建、修改或删除的日程。每 100 条一次调用；首次运行只记录起点。已删除日程的状态为 cancelled；使用钉钉触发器的日程事件更节省调用',
	},
	docs: 'https://open.dingtalk.com/document/development/query-an-event-list',
	permission: 'Calendar.Event.Read',
	routes: [EVENTS],
	fields: [
		{
			displayName: 'Remember the Place',
			zh: {
				name: '自动记录位置',
				description: '是否由节点记录读取位置；n8n 仅在正式运行（非手动测试）后保存',
			},
			name: 'remember',
			type: 'boolean',
			default: true,
			description:
				'Whether the node itself remembers how far it has read. n8n saves that only in production runs, not in tests by hand.',
		},
		{
			displayName: 'Sync Token',
			zh: { name: '同步 Token', description: '上次结果中的 syncToken；留空则从现在开始' },
			name: 'syncFrom',
			type: 'string',
			id: true,
			default: '',
			description: 'As the last run returned it (syncToken). Empty: start from now.',
			displayOptions: { show: { remember: [false] } },
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'From',
					zh: { name: '开始时间不早于', description: '首次运行从该时间之后开始的日程读起；留空为现在' },
					name: 'from',
					type: 'dateTime',
					default: '',
					description: 'The first run begins with events that start at this time or later. Empty: now.',
				},
			],
		},
		maxAttendees,
		operator,
	],
	plan: (values, { timezone }) => ({ ...values, timezone }),
	run: async ({ remember, syncFrom, filters, maxAttendees: most, operator: userId, timezone }, api) => {
		const kept = api.kept();
		const place = `changes of ${userId}`;
		const known = remember ? kept[place] : syncFrom;
		const since = typeof known === 'string' && known !== '' ? known : undefined;
		const from = toZoned(filters.from ?? Date.now(), timezone);
		const query = since === undefined ? { timeMin: from } : { syncToken: since };
		const { events, syncToken: next = since } = await readAll(api, userId, { ...query, maxAttendees: most });
		if (remember) kept[place] = next;
		if (since === undefined) return remember ? [] : [{ syncToken: next }];
		return events.map((event) => ({ ...event, syncToken: next }));
	},
	simplify: (event) => (event.id === undefined ? event : { ...simplifyEvent(event), syncToken: event.syncToken }),
});
