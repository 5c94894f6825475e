import type { Company } from '../company';
import { chinaDay } from '../time';

/** A moment of an event: a day (`date`), or a time with its zone. */
export interface EventTime {
	date?: string;
	/** ISO 8601 with an offset. */
	dateTime?: string;
	timeZone?: string;
}

export type ResponseStatus = 'needsAction' | 'accepted' | 'declined' | 'tentative';

export interface Attendee {
	/** unionId */
	id: string;
	isOptional: boolean;
	responseStatus: ResponseStatus;
}

export interface Recurrence {
	pattern: {
		type: 'daily' | 'weekly' | 'absoluteMonthly' | 'relativeMonthly' | 'absoluteYearly';
		dayOfMonth?: number;
		daysOfWeek?: string;
		index?: string;
		interval?: number;
		firstDayOfWeek?: string;
	};
	range: { type: 'noEnd' | 'endDate' | 'numbered'; endDate?: string; numberOfOccurrences?: number };
}

export interface CalendarEvent {
	id: string;
	/** unionId of the organizer. */
	organizer: string;
	summary: string;
	description?: string;
	start: EventTime;
	end: EventTime;
	isAllDay: boolean;
	status: 'confirmed' | 'cancelled';
	attendees: Attendee[];
	/** roomIds */
	rooms: string[];
	recurrence?: Recurrence;
	location?: { displayName?: string };
	reminders: Array<{ method: string; minutes: number }>;
	onlineMeetingInfo?: { type: string; conferenceId: string; url: string };
	richTextDescription?: { text?: string };
	uiConfigs?: Array<{ uiName: string; uiStatus: string }>;
	/** Epoch milliseconds. */
	created: number;
	updated: number;
	/** unionId → epoch milliseconds. */
	signedIn: Record<string, number>;
	signedOut: Record<string, number>;
}

export interface MeetingRoom {
	roomId: string;
	roomName: string;
	roomCapacity?: number;
	/** 0: everybody may use it, 1: administrators, 2: some. */
	roomStatus: number;
	roomLocation?: { title?: string; desc?: string };
	roomLabelIds?: number[];
	roomPicture?: string;
	roomDescription?: string;
	isvRoomId: string;
	groupId: number;
}

export interface RoomGroup {
	groupId: number;
	groupName: string;
	/** 0: at the top. */
	parentId: number;
}

export interface SubscribedCalendar {
	calendarId: string;
	name: string;
	description?: string;
	/** unionId */
	author: string;
	managers: string[];
	/** unionIds of those who have subscribed. */
	subscribers: string[];
	subscribeScope: { unionIds?: string[]; openConversationIds?: string[]; corpIds?: string[] };
}

export interface CalendarShare {
	aclId: string;
	/** unionId of the person whose primary calendar is shared. */
	owner: string;
	privilege: string;
	scope: { scopeType: string; userId: string };
}

export interface CalendarData {
	events: CalendarEvent[];
	rooms: MeetingRoom[];
	roomGroups: RoomGroup[];
	subscribed: SubscribedCalendar[];
	shares: CalendarShare[];
	/** Who may book no rooms, by unionId; `endTime` (epoch ms) is absent for good. */
	banned: Map<string, { startTime: number; endTime?: number; memo?: string }>;
}

const ZONE = 'Asia/Shanghai';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** `2026-11-28T09:00:00+08:00` */
export const chinaMoment = (ms: number): string => `${new Date(ms + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;

export const seedCalendar = ({ users, corpId }: Company, now: number): CalendarData => {
	const [boss, zhang, li, wang] = users.map(({ unionid }) => unionid);
	const today = chinaDay(now);
	const at = (days: number, hours: number): EventTime => ({
		dateTime: chinaMoment(today + days * DAY + hours * HOUR),
		timeZone: ZONE,
	});
	const event = (
		id: string,
		organizer: string,
		summary: string,
		[start, end]: [EventTime, EventTime],
		attendees: string[],
		more: Partial<CalendarEvent> = {},
	): CalendarEvent => ({
		id,
		organizer,
		summary,
		start,
		end,
		isAllDay: start.date !== undefined,
		status: 'confirmed',
		attendees: [organizer, ...attendees].map((one) => ({
			id: one,
			isOptional: false,
			responseStatus: one === organizer ? 'accepted' : 'needsAction',
		})),
		rooms: [],
		reminders: [{ method: 'dingtalk', minutes: 15 }],
		created: now - DAY,
		updated: now - DAY,
		signedIn: {},
		signedOut: {},
		...more,
	});
	return {
		events: [
			event('evtSandboxReview', zhang, '项目评审', [at(1, 10), at(1, 11)], [boss, li], { rooms: ['roomSandboxBig'] }),
			event('evtSandboxStandup', zhang, '每日站会', [at(0, 9.5), at(0, 9.75)], [li], {
				recurrence: {
					pattern: { type: 'weekly', daysOfWeek: 'monday,tuesday,wednesday,thursday,friday', interval: 1 },
					range: { type: 'numbered', numberOfOccurrences: 20 },
				},
			}),
			event(
				'evtSandboxOff',
				wang,
				'团队建设',
				[{ date: chinaMoment(today + 3 * DAY).slice(0, 10) }, { date: chinaMoment(today + 4 * DAY).slice(0, 10) }],
				[zhang],
			),
		],
		roomGroups: [
			{ groupId: 172, groupName: '杭州总部', parentId: 0 },
			{ groupId: 173, groupName: '三楼', parentId: 172 },
		],
		rooms: [
			{
				roomId: 'roomSandboxBig',
				roomName: '大会议室',
				roomCapacity: 20,
				roomStatus: 0,
				roomLocation: { title: '杭州总部', desc: '三楼东侧' },
				roomLabelIds: [1, 3, 5],
				isvRoomId: 'big',
				groupId: 173,
			},
			{
				roomId: 'roomSandboxSmall',
				roomName: '小会议室',
				roomCapacity: 4,
				roomStatus: 0,
				roomLocation: { title: '杭州总部', desc: '三楼西侧' },
				roomLabelIds: [4],
				isvRoomId: 'small',
				groupId: 173,
			},
			{
				roomId: 'roomSandboxBoard',
				roomName: '董事会议室',
				roomCapacity: 12,
				roomStatus: 1,
				isvRoomId: 'board',
				groupId: 172,
			},
		],
		subscribed: [
			{
				calendarId: 'calSandboxHolidays',
				name: '中国传统节日',
				description: '节日和调休',
				author: wang,
				managers: [wang],
				subscribers: [wang],
				subscribeScope: { corpIds: [corpId] },
			},
		],
		shares: [],
		banned: new Map(),
	};
};
