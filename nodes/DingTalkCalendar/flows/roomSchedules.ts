import { at } from '../../protocol/paging';
import type { Json } from '../../protocol/json';
import { each } from '../../runtime/each';
import { startOfDay } from '../../runtime/moment';
import { InputError, type Api } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';

/** https://open.dingtalk.com/document/development/queries-free-and-busy-meeting-room-information */
export const SCHEDULES = 'POST /v1.0/calendar/users/{userId}/meetingRooms/schedules/query';
/** https://open.dingtalk.com/document/development/add-a-meeting-room */
export const BOOK = 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/meetingRooms';

/** Rooms of one call, as the page advises, and the longest time that it takes. */
export const ROOMS_PER_CALL = 5;
const MOST_DAYS = 90;

/** @throws InputError for a time that ends before it starts, or is longer than one call may ask. */
export function refuseLongTime(from: number, to: number): void {
	if (to <= from) throw new InputError('To', 'must be after From', '必须晚于开始时间');
	if (to - from > MOST_DAYS * 86_400_000)
		throw new InputError('To', `is more than ${MOST_DAYS} days after From`, `与开始时间相距超过 ${MOST_DAYS} 天`);
}

/** Who has booked each room: `{ roomId, scheduleItems, error? }`, five rooms a call. `startTime`, `endTime` are ISO 8601 with an offset. */
export async function schedulesOf(
	api: Pick<Api, 'call'>,
	userId: string,
	roomIds: readonly string[],
	time: { startTime: string; endTime: string },
): Promise<Json[]> {
	const parts = Array.from({ length: Math.ceil(roomIds.length / ROOMS_PER_CALL) }, (_, index) =>
		roomIds.slice(index * ROOMS_PER_CALL, (index + 1) * ROOMS_PER_CALL),
	);
	const read = async (part: string[]) => {
		const request = { path: { userId }, body: { roomIds: part, ...time } };
		return objectsIn((await api.call(SCHEDULES, request, { safe: true })).scheduleInformation);
	};
	return (await each(parts, read)).flat();
}

/** What DingTalk would not say of a room. */
export const refusedOf = ({ error }: Json): string | undefined =>
	typeof error === 'string' && error !== '' ? error : undefined;

/** Nobody has booked it; where somebody still has to agree it counts as taken. */
export const isFree = (schedule: Json): boolean =>
	refusedOf(schedule) === undefined && objectsIn(schedule.scheduleItems).length === 0;

interface When {
	start: { date?: string; dateTime?: string };
	end: { date?: string; dateTime?: string };
}

/**
 * Refuses rooms that are taken at the (first) time of an event, before the event is made.
 * @throws InputError naming them.
 */
export async function refuseTaken(
	api: Pick<Api, 'call'>,
	userId: string,
	roomIds: readonly string[],
	{ start, end }: When,
	zone: string,
): Promise<void> {
	const moment = ({ date, dateTime = '' }: When['start']) =>
		date === undefined ? dateTime : new Date(startOfDay(date, zone)).toISOString().replace('.000Z', 'Z');
	const schedules = await schedulesOf(api, userId, roomIds, { startTime: moment(start), endTime: moment(end) });
	const taken = schedules.filter((schedule) => objectsIn(schedule.scheduleItems).length > 0);
	if (taken.length === 0) return;
	const names = taken.map(({ roomId }) => String(roomId)).join(', ');
	const since = at(taken, '0.scheduleItems.0.start.dateTime');
	const moments = since === undefined ? '' : ` (${String(since)})`;
	throw new InputError(
		'Meeting Rooms',
		`not free at this time: ${names}${moments}. Nothing was created; Meeting Room: Find Free lists free ones`,
		`该时段已被占用：${names}${moments}。日程未创建，可用“会议室 → 查找空闲会议室”查询空闲会议室`,
	);
}
