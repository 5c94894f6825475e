import type { CalendarEvent, EventTime } from '../../data/calendar';
import { ApiError } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';
import { invalid, takesPart } from './events';
import { millis, occurrences } from './recurrence';
import type { Occurrence } from './recurrence';

const DAY = 86_400_000;

/** The times of events that a rule names, and that overlap a span. */
export const busy = (
	{ data }: World,
	names: (event: CalendarEvent) => boolean,
	{ start, end }: { start: EventTime; end: EventTime },
): Occurrence[] =>
	data.calendar.events
		.filter((event) => event.status === 'confirmed' && names(event))
		.flatMap((event) => occurrences(event, millis(end)))
		.filter((one) => millis(one.start) < millis(end) && millis(one.end) > millis(start));

interface Span {
	startTime: string;
	endTime: string;
}

const span = ({ startTime, endTime }: Span, error: (message: string) => ApiError) => {
	// Rooms are also asked with minutes only: `2022-07-29T14:55Z`.
	const [start, end] = [startTime, endTime].map((dateTime): EventTime => ({ dateTime }));
	if (!(millis(start) <= millis(end))) throw error('PARAM ILLEGAL');
	return { start, end };
};

const USER = '/v1.0/calendar/users/{userId}';

/** Who and which room is busy when, https://open.dingtalk.com/document/development/free-schedule */
export const scheduleRoutes = (world: World): Route[] => {
	const { data } = world;
	const illegal = () => new ApiError('paramIllegal', 'PARAM ILLEGAL');
	const items = (found: Occurrence[]) =>
		found.map(({ id, organizer, start, end }) => ({
			status: 'BUSY',
			eventId: id,
			organizer: { id: organizer },
			start,
			end,
		}));

	return [
		operation<Span & { userIds: string[] }>(
			world,
			`POST ${USER}/querySchedule`,
			({ body }) => ({
				scheduleInformation: body.userIds.map((userId) => ({
					userId,
					scheduleItems: items(busy(world, (event) => takesPart(event, userId), span(body, illegal))).map(
						({ status, start, end }) => ({ status, start, end }),
					),
				})),
			}),
			{ stranger: illegal },
		),
		operation<Span & { roomIds: string[] }>(
			world,
			`POST ${USER}/meetingRooms/schedules/query`,
			({ body }) => {
				if (body.roomIds.length === 0) throw invalid('query ids cannot be empty');
				if (body.roomIds.some((id) => !data.calendar.rooms.some(({ roomId }) => roomId === id)))
					throw invalid('roomId invalid');
				const asked = span(body, invalid);
				if (millis(asked.end) - millis(asked.start) > 90 * DAY)
					throw invalid('Cannot query schedule for more than 90 days.');
				return {
					scheduleInformation: body.roomIds.map((roomId) => ({
						roomId,
						scheduleItems: items(busy(world, ({ rooms }) => rooms.includes(roomId), asked)),
					})),
				};
			},
			{ stranger: () => invalid('userId is invalid') },
		),
	];
};
