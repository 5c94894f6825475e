import type { CalendarEvent } from '../../sandbox/data/calendar';
import { occurrences } from '../../sandbox/http/calendar/recurrence';
import { strayAnswers } from './answers';
import { send, signedIn, useSandbox } from './client';
import type { Json } from './client';

const NOW = Date.parse('2026-11-28T09:00:00+08:00');
const sandbox = useSandbox({ now: () => NOW });
const ZHANG = 'unzhangsaniEiE';
const LI = 'unlisiiEiE';
const at = (day: number, hour: number) => ({
	dateTime: `2026-12-0${day}T${String(hour).padStart(2, '0')}:00:00+08:00`,
	timeZone: 'Asia/Shanghai',
});
const path = (user: string, rest = '') => `/v1.0/calendar/users/${user}/calendars/primary/events${rest}`;
const plain = (more: Json = {}) => ({ summary: '会', start: at(2, 10), end: at(2, 11), ...more });

afterEach(() => expect(strayAnswers(sandbox.it.log)).toEqual([]));

test('an event is created, read, listed, changed and deleted, and its people are told', async () => {
	const { api } = await signedIn(sandbox.it);
	const made = (await api('POST', path(ZHANG), plain({ attendees: [{ id: LI, isOptional: true }] }))).body;
	expect(made).toMatchObject({
		summary: '会',
		start: at(2, 10),
		organizer: { id: ZHANG, displayName: '张三', self: true },
		attendees: [
			{ id: ZHANG, responseStatus: 'accepted' },
			{ id: LI, isOptional: true, responseStatus: 'needsAction' },
		],
		reminders: [{ method: 'dingtalk', minutes: '15' }],
	});
	const id = String(made.id);
	expect((await api('GET', path(LI, `/${id}`))).body).toMatchObject({
		id,
		status: 'confirmed',
		attendees: [{}, { self: true }],
	});
	const changed = await api('PUT', path(ZHANG, `/${id}`), { id, summary: '评审会' });
	expect(changed.body).toMatchObject({ id, summary: '评审会', start: at(2, 10) });
	const ids = async (query: string) =>
		((await api('GET', `${path(ZHANG)}?${query}`)).body.events as Json[]).map((one) => one.id);
	const december = `timeMin=${encodeURIComponent('2026-12-01T00:00:00+08:00')}`;
	expect(await ids(december)).toEqual(['evtSandboxOff', id]);
	expect((await api('DELETE', path(ZHANG, `/${id}`))).status).toBe(200);
	expect(await ids(december)).toEqual(['evtSandboxOff']);
	expect(await ids(`${december}&showDeleted=true`)).toEqual(['evtSandboxOff', id]);
	expect(await api('GET', path(ZHANG, `/${id}`))).toMatchObject({ status: 404, body: { code: 'itemNotFound' } });
	expect(sandbox.it.events.map(({ data }) => data.changeType)).toEqual(['create', 'update', 'delete']);
	expect(sandbox.it.problems()).toEqual([]);
});

/** [what, body, message] */
const refused: Array<[string, Json, string]> = [
	['a blank title', plain({ summary: ' ' }), 'Event summary cannot be blank'],
	['no end', { summary: 'a', start: at(2, 10) }, 'Event end time not set.'],
	[
		'a time without a zone',
		plain({ start: { dateTime: at(2, 9).dateTime } }),
		'Event start must have dateTime and timeZone.',
	],
	[
		'a time without an offset',
		plain({ start: { dateTime: '2026-12-02T09:00:00', timeZone: 'Asia/Shanghai' } }),
		'Event start must have dateTime and timeZone.',
	],
	[
		'a day where a time is wanted',
		plain({ start: { date: '2026-12-02' } }),
		'Event start must have dateTime and timeZone.',
	],
	[
		'a whole day that ends on the day it begins',
		{ summary: 'a', isAllDay: true, start: { date: '2026-12-02' }, end: { date: '2026-12-02' } },
		'Event end must be after its start.',
	],
	['an end before the start', plain({ end: at(2, 9) }), 'Event end must be after its start.'],
	[
		'a hundred times',
		plain({ recurrence: { pattern: { type: 'daily' }, range: { type: 'numbered', numberOfOccurrences: 100 } } }),
		'Recurrence range numberOfOccurrences must between [1, 99]',
	],
	['a stranger', plain({ attendees: [{ id: 'zhangsan' }] }), 'userId is invalid'],
];

test.each(refused)('%s is refused', async (_what, body, message) => {
	const { api } = await signedIn(sandbox.it);
	expect(await api('POST', path(ZHANG), body)).toMatchObject({
		status: 400,
		body: { code: 'invalidParameter', message },
	});
});

test('the same x-client-token is the same request; a hundred events a day are enough', async () => {
	const { api, token } = await signedIn(sandbox.it);
	const headers = { 'x-acs-dingtalk-access-token': token, 'x-client-token': 'one' };
	const twice = [1, 2].map(async () => await send('POST', `${sandbox.it.url}${path(LI)}`, plain(), headers));
	const [first, second] = await Promise.all(twice);
	expect(second.body.id).toBe(first.body.id);
	for (let i = 1; i < 100; i += 1) await api('POST', path(LI), plain());
	expect((await api('POST', path(LI), plain())).body).toMatchObject({ code: 'flowLimit' });
});

test('the list goes on by a token that only it can read, and tells at its end from when changes are new', async () => {
	const { api } = await signedIn(sandbox.it);
	const read = async (query: string) => (await api('GET', `${path(ZHANG)}?${query}`)).body;
	const first = await read('maxResults=2');
	expect(first.events).toHaveLength(2);
	expect(first.syncToken).toBeUndefined();
	const last = await read(`maxResults=2&nextToken=${String(first.nextToken)}`);
	expect(last).toMatchObject({ events: [{ id: 'evtSandboxOff' }], syncToken: expect.any(String) });
	expect(last.nextToken).toBeUndefined();
	expect(await read('nextToken=2')).toMatchObject({ code: 'invalidParameter' });
	expect(await read('maxResults=101')).toMatchObject({ code: 'invalidParameter' });
	expect((await read(`syncToken=${String(last.syncToken)}`)).events).toEqual([]);
});

test('people join, answer, sign in and leave', async () => {
	const { api } = await signedIn(sandbox.it);
	const event = (rest: string) => path(ZHANG, `/evtSandboxOff${rest}`);
	await api('POST', path('unwangwuiEiE', '/evtSandboxOff/attendees'), { attendeesToAdd: [{ id: LI }] });
	await api('POST', path(LI, '/evtSandboxOff/respond'), { responseStatus: 'declined' });
	await api('POST', path(LI, '/evtSandboxOff/signin'));
	const list = async (rest: string) => (await api('GET', event(rest))).body;
	expect((await list('/attendees')).attendees).toEqual([
		{ id: 'unwangwuiEiE', displayName: '王五', responseStatus: 'accepted', self: false, isOptional: false },
		{ id: ZHANG, displayName: '张三', responseStatus: 'needsAction', self: true, isOptional: false },
		{ id: LI, displayName: '李四', responseStatus: 'declined', self: false, isOptional: false },
	]);
	expect(await list('/signin?type=sign_in&maxResults=10')).toEqual({
		users: [{ userId: LI, displayName: '李四', checkInTime: NOW }],
	});
	expect((await list('/signin?type=not_yet_sign_in&maxResults=10')).users).toHaveLength(2);
	await api('POST', event('/attendees/batchRemove'), { attendeesToRemove: [{ id: LI }] });
	expect((await list('/attendees')).attendees).toHaveLength(2);
	expect(await api('GET', path(LI, '/evtSandboxOff'))).toMatchObject({ status: 404 });
	expect((await api('POST', event('/respond'), { responseStatus: 'maybe' })).body.code).toBe('invalidParameter');
});

test('a room that is taken is not given twice, and shows when it is busy', async () => {
	const { api } = await signedIn(sandbox.it);
	const { id } = (await api('POST', path(LI), plain({ start: at(2, 10), end: at(2, 11) }))).body;
	const other = (await api('POST', path(ZHANG), plain({ start: at(2, 10), end: at(2, 12) }))).body.id;
	const book = (who: string, event: unknown) =>
		api('POST', path(who, `/${String(event)}/meetingRooms`), { meetingRoomsToAdd: [{ roomId: 'roomSandboxBig' }] });
	expect((await book(LI, id)).body).toEqual({ result: true });
	expect(await book(ZHANG, other)).toMatchObject({ status: 400, body: { code: 'meetingRoomNotAvailable' } });
	const schedule = await api('POST', `/v1.0/calendar/users/${LI}/meetingRooms/schedules/query`, {
		roomIds: ['roomSandboxBig'],
		startTime: '2026-12-02T00:00Z',
		endTime: '2026-12-03T00:00Z',
	});
	expect(schedule.body.scheduleInformation).toMatchObject([
		{
			roomId: 'roomSandboxBig',
			scheduleItems: [{ status: 'BUSY', eventId: id, organizer: { id: LI }, start: at(2, 10) }],
		},
	]);
	const people = await api('POST', `/v1.0/calendar/users/${LI}/querySchedule`, {
		userIds: [LI, 'unxiaodingiEiE'],
		startTime: '2026-12-02T00:00:00Z',
		endTime: '2026-12-03T00:00:00Z',
	});
	expect(people.body.scheduleInformation).toMatchObject([{ scheduleItems: [{}, {}] }, { scheduleItems: [] }]);
	expect((await api('GET', path(LI, `/${String(id)}`))).body.meetingRooms).toEqual([
		{ roomId: 'roomSandboxBig', responseStatus: 'accepted', displayName: '大会议室' },
	]);
});

test('rooms, room groups, calendars and shares', async () => {
	const { api } = await signedIn(sandbox.it);
	const me = 'unmanager7675iEiE';
	const { result } = (
		await api('POST', '/v1.0/rooms/meetingrooms', {
			unionId: me,
			roomName: '新',
			roomStatus: 0,
			isvRoomId: 'x',
			groupId: 172,
		})
	).body;
	expect((await api('GET', `/v1.0/rooms/meetingRooms/${String(result)}?unionId=${LI}`)).body).toMatchObject({
		result: { roomId: result, roomName: '新', roomGroup: { groupId: 172, groupName: '杭州总部' } },
	});
	const page = (await api('GET', `/v1.0/rooms/meetingRoomLists?unionId=${LI}&maxResults=3`)).body;
	expect(page).toMatchObject({ hasMore: true, nextToken: 3, result: [{}, {}, {}] });
	expect((await api('GET', `/v1.0/rooms/meetingRoomLists?unionId=${LI}&maxResults=3&nextToken=3`)).body).toMatchObject({
		hasMore: false,
		result: [{ roomId: result }],
	});
	expect((await api('POST', '/v1.0/rooms/groups', { unionId: LI, groupName: 'x', parentGroupId: 0 })).body.code).toBe(
		'user.not.admin',
	);
	expect((await api('GET', `/v1.0/rooms/groupLists?unionId=${LI}`)).body.result).toHaveLength(2);
	expect((await api('DELETE', `/v1.0/rooms/groups/172?unionId=${me}`)).body.code).toBe('param.error');
	expect((await api('DELETE', `/v1.0/rooms/groups/173?unionId=${me}`)).body).toEqual({ result: true });
	const share = { privilege: 'reader', sendMsg: false, scope: { scopeType: 'user', userId: ZHANG } };
	const { aclId } = (await api('POST', `/v1.0/calendar/users/${LI}/calendars/primary/acls`, share)).body;
	expect((await api('GET', `/v1.0/calendar/users/${LI}/calendars/primary/acls`)).body).toEqual({
		acls: [{ privilege: 'reader', aclId, scope: share.scope }],
	});
	const scope = { corpIds: [sandbox.it.company.corpId] };
	const { calendarId } = (
		await api('POST', `/v1.0/calendar/users/${LI}/subscribedCalendars`, { name: '排班', subscribeScope: scope })
	).body;
	expect((await api('GET', `/v1.0/calendar/users/${LI}/calendars`)).body).toMatchObject({
		response: { calendars: [{ id: 'primary' }, { id: calendarId, type: 'subscribed', summary: '排班' }] },
	});
	expect((await api('GET', `/v1.0/calendar/users/${ZHANG}/subscribedCalendars/${String(calendarId)}`)).status).toBe(
		400,
	);
});

test('an event that repeats shows each of its times in the view', async () => {
	const { api } = await signedIn(sandbox.it);
	const from = encodeURIComponent('2026-11-30T00:00:00+08:00');
	const to = encodeURIComponent('2026-12-03T00:00:00+08:00');
	const view = `/v1.0/calendar/users/${LI}/calendars/primary/eventsview?timeMin=${from}&timeMax=${to}`;
	const { events } = (await api('GET', view)).body as { events: Json[] };
	expect(events.map(({ id, start }) => [id, (start as Json).dateTime])).toEqual([
		['evtSandboxStandup_20261130', '2026-11-30T09:30:00+08:00'],
		['evtSandboxStandup_20261201', '2026-12-01T09:30:00+08:00'],
		['evtSandboxStandup_20261202', '2026-12-02T09:30:00+08:00'],
	]);
	expect(events[0]).toMatchObject({
		seriesMasterId: 'evtSandboxStandup',
		originStart: { dateTime: '2026-11-30T01:30:00Z' },
	});
});

type Pattern = NonNullable<CalendarEvent['recurrence']>['pattern'];

/** [pattern, days of the first four times of an event of Wednesday 2026-12-02] */
const rules: Array<[Pattern, string[]]> = [
	[{ type: 'daily', interval: 3 }, ['2026-12-02', '2026-12-05', '2026-12-08', '2026-12-11']],
	[
		{ type: 'weekly', interval: 2, daysOfWeek: 'wednesday,saturday' },
		['2026-12-02', '2026-12-05', '2026-12-16', '2026-12-19'],
	],
	[{ type: 'absoluteMonthly', dayOfMonth: 31 }, ['2026-12-31', '2027-01-31', '2027-03-31', '2027-05-31']],
	[
		{ type: 'relativeMonthly', index: 'last', daysOfWeek: 'friday' },
		['2026-12-25', '2027-01-29', '2027-02-26', '2027-03-26'],
	],
	[
		{ type: 'relativeMonthly', index: 'first', daysOfWeek: 'wednesday' },
		['2026-12-02', '2027-01-06', '2027-02-03', '2027-03-03'],
	],
	[{ type: 'absoluteYearly' }, ['2026-12-02', '2027-12-02', '2028-12-02', '2029-12-02']],
];

test.each(rules)('%j', (pattern, days) => {
	const event: CalendarEvent = {
		id: 'e',
		organizer: LI,
		summary: '',
		start: at(2, 0),
		end: at(2, 1),
		isAllDay: false,
		status: 'confirmed',
		attendees: [],
		rooms: [],
		reminders: [],
		created: 0,
		updated: 0,
		signedIn: {},
		signedOut: {},
		recurrence: { pattern, range: { type: 'numbered', numberOfOccurrences: 4 } },
	};
	const times = occurrences(event, Infinity).map(({ start }) => start.dateTime?.slice(0, 10));
	expect(times).toEqual(days);
});
