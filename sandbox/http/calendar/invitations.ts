import type { Attendee, CalendarEvent, ResponseStatus } from '../../data/calendar';
import { ApiError } from '../../errors';
import type { RouteName } from '../../catalog';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { changed, invalid, noEvent, takesPart } from './events';
import { busy } from './schedule';

const EVENT = '/v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}';
/** https://open.dingtalk.com/document/development/add-a-meeting-room */
const MOST_ROOMS = 5;

interface Rooms {
	meetingRoomsToAdd?: Array<{ roomId?: string }>;
	meetingRoomsToRemove?: Array<{ roomId?: string }>;
}

/** What happens to an event that stands: people and rooms join and leave, people answer and sign in. */
export const invitationRoutes = (world: World): Route[] => {
	const { company, now } = world;
	const { events, rooms } = world.data.calendar;

	const eventOf = ({ path: { userId, calendarId, eventId } }: Pick<Call, 'path'>): CalendarEvent => {
		if (calendarId !== 'primary') throw invalid('CalendarId is invalid');
		const found = events.find((one) => one.id === eventId && one.status === 'confirmed' && takesPart(one, userId));
		if (!found) throw noEvent();
		return found;
	};
	const stranger = () => invalid('userId is invalid');
	const person = ({ id }: Attendee) => company.users.find(({ unionid }) => unionid === id)?.name;
	/** A list of the people of one event. */
	const people = (route: RouteName, more: object, keep: (one: Attendee, call: Call) => boolean = () => true) =>
		collection<Attendee>(world, {
			get entries(): Attendee[] {
				return events.flatMap(({ attendees }) => attendees);
			},
			id: 'id',
			missing: noEvent,
			stranger,
			invalid,
			within: (call) => {
				const { attendees } = eventOf(call);
				return (one) => attendees.includes(one) && keep(one, call);
			},
			show: (one, call) => ({
				...one,
				displayName: person(one),
				self: one.id === call.path.userId,
				userId: one.id,
				checkInTime: eventOf(call).signedIn[one.id],
				checkOutTime: eventOf(call).signedOut[one.id],
			}),
			list: { route, ...more },
		});
	/** An operation on one event of the person in its path. */
	const onEvent = <Body>(route: RouteName, deed: (event: CalendarEvent, call: Call<Body>) => unknown): Route =>
		operation<Body>(world, route, (call) => deed(eventOf(call), call), { stranger });

	/** The event of somebody who signs in or out. https://open.dingtalk.com/document/development/sign-in-single-schedule-news */
	const forThem = (call: Pick<Call, 'path'>): CalendarEvent => {
		const { eventId, userId = '' } = call.path;
		const found = events.find(({ id }) => id === eventId);
		if (found && !takesPart(found, userId)) throw new ApiError('notInEvent', '用户不在日程内');
		return eventOf(call);
	};
	/** Only the organizer gets a link. https://open.dingtalk.com/document/development/api-getsigninlink */
	const linkOf = (path: Call['path'], deed: string): string => {
		const event = eventOf({ path });
		if (event.organizer !== path.userId)
			throw new ApiError('permissionDenied', `Request user has no permission to launch ${deed}`);
		return `http://qr.dingtalk.com/page/dingcheckin?isNew=1&code=${encodeURIComponent(`${event.id} ${deed}`)}`;
	};

	return [
		...people(`GET ${EVENT}/attendees`, { size: 100 }),
		onEvent<{ attendeesToAdd: Array<Partial<Attendee>> }>(`POST ${EVENT}/attendees`, (event, { body }) => {
			for (const { id = '', isOptional = false } of body.attendeesToAdd) {
				if (!event.attendees.some((one) => one.id === id))
					event.attendees.push({ id, isOptional, responseStatus: 'needsAction' });
			}
			changed(world, event, 'update');
			return {};
		}),
		onEvent<{ attendeesToRemove?: Array<Partial<Attendee>> }>(
			`POST ${EVENT}/attendees/batchRemove`,
			(event, { body: { attendeesToRemove = [] } }) => {
				event.attendees = event.attendees.filter(({ id }) => !attendeesToRemove.some((one) => one.id === id));
				changed(world, event, 'update');
				return {};
			},
		),
		onEvent<{ responseStatus: ResponseStatus }>(`POST ${EVENT}/respond`, (event, { path: { userId }, body }) => {
			for (const one of event.attendees) if (one.id === userId) one.responseStatus = body.responseStatus;
			changed(world, event, 'update');
			return {};
		}),
		onEvent<Rooms>(`POST ${EVENT}/meetingRooms`, (event, { body: { meetingRoomsToAdd = [] } }) => {
			const wanted = meetingRoomsToAdd.map(({ roomId }) => roomId);
			if (wanted.length === 0 || wanted.includes(undefined)) throw invalid('roomId must be provided.');
			if (event.rooms.length + wanted.length > MOST_ROOMS)
				throw invalid(`attendees batch size too large. Maximum allowed:${MOST_ROOMS}`);
			for (const roomId of wanted) {
				if (!rooms.some((one) => one.roomId === roomId)) throw invalid('roomId invalid');
				if (busy(world, (one) => one.id !== event.id && one.rooms.includes(roomId ?? ''), event).length > 0)
					throw new ApiError('meetingRoomNotAvailable', 'room busy');
			}
			event.rooms.push(...wanted.filter((one) => one !== undefined));
			changed(world, event, 'update');
			return { result: true };
		}),
		onEvent<Rooms>(`POST ${EVENT}/meetingRooms/batchRemove`, (event, { body: { meetingRoomsToRemove = [] } }) => {
			if (meetingRoomsToRemove.length === 0) throw invalid('Meeting rooms to remove must be provided.');
			event.rooms = event.rooms.filter((one) => !meetingRoomsToRemove.some(({ roomId }) => roomId === one));
			changed(world, event, 'update');
			return { result: true };
		}),
		operation(world, `POST ${EVENT}/signin`, (call) => {
			const checkInTime = now();
			forThem(call).signedIn[call.path.userId ?? ''] = checkInTime;
			return { checkInTime };
		}),
		operation(world, `POST ${EVENT}/signOut`, (call) => {
			const checkOutTime = now();
			forThem(call).signedOut[call.path.userId ?? ''] = checkOutTime;
			return { checkOutTime };
		}),
		...people(
			`GET ${EVENT}/signin`,
			{},
			(one, call) => (eventOf(call).signedIn[one.id] !== undefined) === (call.query.type === 'sign_in'),
		),
		...people(
			`GET ${EVENT}/signOut`,
			{},
			(one, call) => (eventOf(call).signedOut[one.id] !== undefined) === (call.query.type === 'sign_out'),
		),
		operation(
			world,
			'GET /v1.0/calendar/users/{unionId}/calendars/{calendarId}/events/{eventId}/signInLinks',
			({ path }) => ({
				signInLink: linkOf({ ...path, userId: path.unionId }, 'check in'),
			}),
		),
		operation(world, `GET ${EVENT}/signOutLinks`, ({ path }) => ({ signOutLink: linkOf(path, 'sign out') })),
	];
};
