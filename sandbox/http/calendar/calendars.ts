import type { CalendarShare, SubscribedCalendar } from '../../data/calendar';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { invalid } from './events';

const USER = '/v1.0/calendar/users/{userId}';

/** Calendars, whom they are shared with, and those one can subscribe to: https://open.dingtalk.com/document/development/query-a-calendar */
export const calendarsRoutes = (world: World): Route[] => {
	const { subscribed, shares } = world.data.calendar;
	const refusals = {
		missing: () => invalid('calendar not exist'),
		stranger: () => invalid('userId is invalid'),
		invalid,
	};
	const mine =
		({ path: { userId } }: Pick<Call, 'path'>) =>
		(one: SubscribedCalendar) =>
			one.author === userId || one.managers.includes(userId);
	const scoped = ({ body: { name, subscribeScope } }: Call<Partial<SubscribedCalendar>>): void => {
		if (name?.trim() === '') throw invalid('calendar name cannot be blank');
		if ((name?.length ?? 0) >= 128) throw invalid('calendar name length must less than 128');
		if (subscribeScope && Object.values(subscribeScope).flat().length === 0)
			throw invalid('subscribe range cannot be null');
	};

	/** Somebody else's calendar, for whoever may subscribe to it. */
	const open = ({ path: { userId = '', calendarId } }: Pick<Call, 'path'>): SubscribedCalendar => {
		const found = subscribed.find((one) => one.calendarId === calendarId);
		if (!found) throw invalid('calendar type invalid');
		const { unionIds = [], corpIds = [], openConversationIds = [] } = found.subscribeScope;
		if (!unionIds.includes(userId) && !corpIds.includes(world.company.corpId) && openConversationIds.length === 0)
			throw new ApiError('permissionDenied', '用户不在订阅范围');
		return found;
	};
	const subscription = (verb: 'subscribe' | 'unsubscribe', answer: object): Route =>
		operation(
			world,
			`POST ${USER}/calendars/{calendarId}/${verb}`,
			(call) => {
				const found = open(call);
				const { userId } = call.path;
				found.subscribers = found.subscribers.filter((one) => one !== userId);
				if (verb === 'subscribe') found.subscribers.push(userId);
				return answer;
			},
			{ stranger: refusals.stranger },
		);

	return [
		subscription('subscribe', {}),
		subscription('unsubscribe', { result: true }),
		...collection(world, {
			...refusals,
			get entries() {
				return [
					{ id: 'primary', summary: '我的日历', type: 'primary', privilege: 'owner' },
					...subscribed.map((one) => ({
						id: one.calendarId,
						summary: one.name,
						description: one.description,
						type: 'subscribed',
						privilege: 'writer',
					})),
				];
			},
			id: 'id',
			within: (call) => (one) =>
				one.type === 'primary' ||
				subscribed
					.filter((each) => mine(call)(each) || each.subscribers.includes(call.path.userId ?? ''))
					.some(({ calendarId }) => calendarId === one.id),
			show: (one) => ({ ...one, timeZone: 'Asia/Shanghai', eTag: '0' }),
			list: { route: `GET ${USER}/calendars` },
		}),
		...collection<SubscribedCalendar>(world, {
			...refusals,
			entries: subscribed,
			id: 'calendarId',
			within: mine,
			create: {
				route: `POST ${USER}/subscribedCalendars`,
				check: scoped,
				entry: ({ path, body }: Call<SubscribedCalendar>, id) => ({
					...body,
					calendarId: `cal${id}`,
					author: path.userId,
					managers: body.managers ?? [],
					subscribers: [path.userId],
				}),
			},
			get: { route: `GET ${USER}/subscribedCalendars/{calendarId}` },
			update: {
				route: `PUT ${USER}/subscribedCalendars/{calendarId}`,
				check: scoped,
				answer: () => ({ result: true }),
			},
			remove: { route: `DELETE ${USER}/subscribedCalendars/{calendarId}`, answer: () => ({ result: true }) },
		}),
		...collection<CalendarShare>(world, {
			...refusals,
			entries: shares,
			id: 'aclId',
			within: { owner: 'path.userId' },
			create: {
				route: `POST ${USER}/calendars/{calendarId}/acls`,
				check: ({ body }: Call<CalendarShare>) => {
					if (body.scope.scopeType !== 'user') throw new ApiError('invalidParameter', 'scopeType is invalid');
				},
			},
			list: { route: `GET ${USER}/calendars/{calendarId}/acls` },
			remove: { route: `DELETE ${USER}/calendars/{calendarId}/acls/{aclId}`, answer: () => ({}) },
		}),
	];
};
