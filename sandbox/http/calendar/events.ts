import type { Attendee, CalendarEvent, EventTime } from '../../data/calendar';
import { chinaMoment } from '../../data/calendar';
import { ApiError } from '../../errors';
import { chinaDay } from '../../time';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { millis, occurrences } from './recurrence';
import type { Occurrence } from './recurrence';

export const invalid = (message: string) => new ApiError('invalidParameter', message);
export const noEvent = () => new ApiError('itemNotFound', 'event not exist', 404);

const DAY = 86_400_000;
const YEAR = 366 * DAY;
/** https://open.dingtalk.com/document/development/create-schedule */
const PER_DAY = 100;
const MOST_ATTENDEES = 500;
const DEFAULT_ATTENDEES = 100;

type Written = Partial<
	Pick<
		CalendarEvent,
		| 'summary'
		| 'description'
		| 'start'
		| 'end'
		| 'isAllDay'
		| 'recurrence'
		| 'location'
		| 'reminders'
		| 'uiConfigs'
		| 'richTextDescription'
	>
> & {
	id?: string;
	attendees?: Array<Partial<Attendee>>;
	onlineMeetingInfo?: { type: string };
};

/** Whoever an event stands in the calendar of. */
export const takesPart = (event: CalendarEvent, unionId: string): boolean =>
	event.organizer === unionId || event.attendees.some(({ id }) => id === unionId);

const checkMoment = (name: string, moment: EventTime | undefined, wholeDay: boolean): number => {
	if (!moment || (!moment.date && !moment.dateTime)) throw invalid(`Event ${name} time not set.`);
	const { date, dateTime, timeZone } = moment;
	const fits = wholeDay ? date && !dateTime && !timeZone : !date && dateTime && timeZone;
	const at = fits ? millis(moment) : NaN;
	// The page names no message for a moment of the wrong form.
	if (Number.isNaN(at)) throw invalid(`Event ${name} must have ${wholeDay ? 'a date only' : 'dateTime and timeZone'}.`);
	return at;
};

const judge = ({ summary, description, start, end, isAllDay = false, recurrence, attendees = [] }: Written): void => {
	if (!summary?.trim()) throw invalid('Event summary cannot be blank');
	if (summary.length > 2048) throw invalid('Event summary is too long');
	if ((description?.length ?? 0) > 5000) throw invalid('Event description is too long');
	// The last day is not part of a whole-day event: one of a single day ends on the next.
	if (
		checkMoment('end', end, isAllDay) <= checkMoment('start', start, isAllDay) &&
		(isAllDay || start?.dateTime !== end?.dateTime)
	)
		throw invalid('Event end must be after its start.');
	if (attendees.length > MOST_ATTENDEES) throw invalid('attendees is oversize');
	const { interval = 1 } = recurrence?.pattern ?? {};
	const { numberOfOccurrences: times = 1, endDate } = recurrence?.range ?? {};
	if (interval < 1 || interval > 365) throw invalid('Recurrence interval must between [1, 365]');
	if (times < 1 || times > 99) throw invalid('Recurrence range numberOfOccurrences must between [1, 99]');
	if (endDate !== undefined && recurrence?.range.numberOfOccurrences !== undefined)
		throw invalid('endDate and numberOfOccurrences cannot both be set');
};

const invited = ({ id = '', isOptional = false }: Partial<Attendee>): Attendee => ({
	id,
	isOptional,
	responseStatus: 'needsAction',
});

/** The part of an event that a request writes; what it leaves out stays as it was. */
const written = (
	world: World,
	{ attendees, onlineMeetingInfo, ...own }: Omit<Written, 'id'>,
): Partial<CalendarEvent> => {
	const conferenceId = `conf${world.nextId()}`;
	const meeting = onlineMeetingInfo && {
		type: onlineMeetingInfo.type,
		conferenceId,
		url: `dingtalk://dingtalkclient/page/videoConfFromCalendar?confId=${conferenceId}`,
	};
	return Object.fromEntries(
		Object.entries({ ...own, attendees: attendees?.map(invited), onlineMeetingInfo: meeting }).filter(
			([, value]) => value !== undefined,
		),
	);
};

export const changed = (world: World, event: CalendarEvent, changeType: 'create' | 'update' | 'delete'): void => {
	event.updated = world.now();
	world.push('calendar_event_change', {
		calendarEventId: event.id,
		calendarEventUpdateTime: event.updated,
		calendarId: 'primary',
		unionIdList: event.attendees.map(({ id }) => id),
		changeType,
		operator: { type: 'user' },
		legacyCalendarEventId: event.id,
	});
};

/** An event as one person's calendar shows it. */
const shown = (
	{ company, data }: World,
	event: Occurrence,
	{ path: { userId }, query: { maxAttendees } }: Pick<Call, 'path' | 'query'>,
) => {
	const name = (unionId: string) => company.users.find(({ unionid }) => unionid === unionId)?.name ?? '';
	const rooms = event.rooms.map((roomId) => ({
		roomId,
		responseStatus: 'accepted',
		displayName: data.calendar.rooms.find((room) => room.roomId === roomId)?.roomName ?? '',
	}));
	const { organizer, location } = event;
	return {
		...event,
		organizer: { id: organizer, displayName: name(organizer), responseStatus: 'accepted', self: organizer === userId },
		attendees: event.attendees
			.slice(0, Number(maxAttendees ?? DEFAULT_ATTENDEES))
			.map((one) => ({ ...one, displayName: name(one.id), self: one.id === userId })),
		location: location && { ...location, meetingRooms: rooms.map(({ displayName }) => displayName) },
		reminders: event.reminders.map(({ method, minutes }) => ({ method, minutes: String(minutes) })),
		meetingRooms: rooms,
		createTime: chinaMoment(event.created),
		updateTime: chinaMoment(event.updated),
		extendedProperties: { sharedProperties: { belongCorpId: company.corpId } },
	};
};

/** A sync token tells when the list was read. */
const sync = {
	seal: (at: number) => Buffer.from(`sync ${at}`).toString('base64url'),
	open: (token: string): number => {
		const at = /^sync (\d+)$/.exec(Buffer.from(token, 'base64url').toString())?.[1];
		if (at === undefined) throw invalid('syncToken is invalid');
		return Number(at);
	},
};

const PRIMARY = '/v1.0/calendar/users/{userId}/calendars/{calendarId}';

/** Events, https://open.dingtalk.com/document/development/create-schedule and its neighbours. */
export const eventRoutes = (world: World): Route[] => {
	const { events } = world.data.calendar;
	const { now } = world;

	const primary = ({ path: { calendarId } }: Pick<Call, 'path'>): void => {
		if (calendarId !== 'primary') throw invalid('CalendarId is invalid');
	};
	const dates = (call: Pick<Call, 'path' | 'query'>): void => {
		primary(call);
		const [from, to] = [call.query.timeMin, call.query.timeMax].map((text) =>
			text ? millis({ dateTime: text }) : undefined,
		);
		if ([from, to].some(Number.isNaN)) throw invalid('timeMin and timeMax must be ISO 8601');
		if (from !== undefined && to !== undefined && to - from > YEAR)
			throw invalid('timeMin and timeMax exceed one year');
	};
	const order = (a: CalendarEvent, b: CalendarEvent) => millis(a.start) - millis(b.start);
	const refusals = { missing: noEvent, stranger: () => invalid('userId is invalid'), invalid };
	const create = (call: Call<Written>, id: string): CalendarEvent => {
		const { userId } = call.path;
		judge(call.body);
		const today = events.filter(
			({ organizer, created }) => organizer === userId && chinaDay(created) === chinaDay(now()),
		);
		if (today.length >= PER_DAY)
			throw new ApiError('flowLimit', `current user can not create events exceed ${PER_DAY} per day`);
		const event: CalendarEvent = {
			id: `evt${Buffer.from(id).toString('base64url')}`,
			organizer: userId,
			summary: '',
			start: {},
			end: {},
			isAllDay: false,
			status: 'confirmed',
			rooms: [],
			reminders: [{ method: 'dingtalk', minutes: 15 }],
			created: now(),
			updated: now(),
			signedIn: {},
			signedOut: {},
			...written(world, call.body),
			attendees: [],
		};
		const others = (call.body.attendees ?? []).filter((one) => one.id !== userId).map(invited);
		event.attendees = [{ ...invited({ id: userId }), responseStatus: 'accepted' }, ...others];
		return event;
	};

	return [
		...collection<Occurrence>(world, {
			...refusals,
			entries: events,
			id: 'id',
			within: ({ path: { userId }, query: { showDeleted, syncToken } }) => {
				const gone = showDeleted === 'true' || syncToken !== undefined;
				return (event) => takesPart(event, userId) && (gone || event.status !== 'cancelled');
			},
			show: (event, call) => shown(world, event, call),
			create: {
				route: `POST ${PRIMARY}/events`,
				check: primary,
				once: { at: 'headers.x-client-token' },
				entry: create,
				then: (event) => changed(world, event, 'create'),
			},
			list: {
				route: `GET ${PRIMARY}/events`,
				check: dates,
				order,
				filters: {
					timeMin: (event, text: string) => millis(event.start) >= Date.parse(text),
					timeMax: (event, text: string) => millis(event.start) <= Date.parse(text),
					syncToken: (event, token: string) => event.updated > sync.open(token),
					seriesMasterId: (event, id: string) => event.id === id,
				},
				extra: ({ query }, { last }) => (last && !query.timeMax ? { syncToken: sync.seal(now()) } : {}),
			},
			get: { route: `GET ${PRIMARY}/events/{eventId}`, check: primary },
			update: {
				route: `PUT ${PRIMARY}/events/{eventId}`,
				check: primary,
				change: (event, { body }: Call<Written>) => {
					if (body.id !== event.id) throw invalid('Event id is invalid');
					const next = { ...event, ...written(world, body) };
					judge(next);
					Object.assign(event, next);
				},
				then: (event) => changed(world, event, 'update'),
			},
			remove: {
				route: `DELETE ${PRIMARY}/events/{eventId}`,
				check: primary,
				answer: () => ({}),
				instead: (event, { path: { userId } }) => {
					// Nobody's page says so, but the app does: an attendee takes the event out of his own calendar only.
					if (event.organizer === userId) event.status = 'cancelled';
					else event.attendees = event.attendees.filter(({ id }) => id !== userId);
				},
				then: (event) => changed(world, event, 'delete'),
			},
		}),
		...collection<Occurrence>(world, {
			...refusals,
			// The view shows each time of an event that repeats.
			get entries() {
				return events.flatMap((event) => occurrences(event, now() + YEAR));
			},
			id: 'id',
			within:
				({ path: { userId } }) =>
				(event) =>
					takesPart(event, userId) && event.status !== 'cancelled',
			show: (event, call) => shown(world, event, call),
			list: {
				route: `GET ${PRIMARY}/eventsview`,
				check: dates,
				order,
				filters: {
					timeMin: (event, text: string) => millis(event.end) >= Date.parse(text),
					timeMax: (event, text: string) => millis(event.start) < Date.parse(text),
				},
			},
		}),
	];
};
