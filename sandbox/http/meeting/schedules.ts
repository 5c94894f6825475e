import type { Schedule } from '../../data/meeting';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { paramsError, refusals } from './errors';

const SCHEDULES = '/v1.0/conference/scheduleConferences';

type Written = Pick<Schedule, 'creatorUnionId' | 'title' | 'startTime' | 'endTime'> & {
	scheduleConferenceId?: string;
	scheduleConfSettingModel?: Record<string, unknown>;
};

/** Scheduled conferences: https://open.dingtalk.com/document/development/create-appointment-meeting and its neighbours. */
export const scheduleRoutes = (world: World): Route[] => {
	const { schedules } = world.data.meeting;
	const timed = ({ body: { title, startTime, endTime } }: Call<Written>): void => {
		if (title.trim() === '' || title.length > 256) throw paramsError('title');
		if (endTime <= startTime) throw paramsError('endTime');
	};
	/** One that the caller made. */
	const own = ({ scheduleConferenceId, creatorUnionId }: Pick<Written, 'scheduleConferenceId' | 'creatorUnionId'>) => {
		const found = schedules.find((one) => one.scheduleConferenceId === scheduleConferenceId);
		if (!found) throw paramsError('scheduleConferenceId');
		if (found.creatorUnionId !== creatorUnionId) throw paramsError('creatorUnionId');
		return found;
	};

	return [
		...collection<Schedule>(world, {
			entries: schedules,
			id: 'scheduleConferenceId',
			...refusals,
			missing: () => paramsError('scheduleConferenceId'),
			newId: ({ nextId }) => `2a489c68-0000-4000-8000-${String(nextId()).padStart(12, '0')}`,
			show: (one) => ({
				...one,
				url: `https://meeting.dingtalk.com/j/${one.roomCode}`,
				phones: ['057126883112'],
				requestId: 'sandbox',
				scheduleConfSettingModel: one.settings,
			}),
			create: {
				route: `POST ${SCHEDULES}`,
				check: timed,
				entry: ({ body: { scheduleConfSettingModel = {}, ...body } }: Call<Written>, scheduleConferenceId) => ({
					...body,
					scheduleConferenceId,
					roomCode: `838 722 ${world.nextId()}`,
					settings: scheduleConfSettingModel,
				}),
			},
			get: [
				{ route: `GET ${SCHEDULES}/{scheduleConferenceId}/infos` },
				{ route: `GET ${SCHEDULES}/settings`, at: 'query.scheduleConferenceId' },
			],
		}),
		operation<Written>(
			world,
			`PUT ${SCHEDULES}`,
			(call) => {
				timed(call);
				const { title, startTime, endTime } = call.body;
				Object.assign(own(call.body), { title, startTime, endTime });
				return { success: true };
			},
			refusals,
		),
		operation<Written>(
			world,
			`PUT ${SCHEDULES}/settings`,
			({ body }) => {
				const one = own(body);
				one.settings = { ...one.settings, ...body.scheduleConfSettingModel };
				return { success: true };
			},
			refusals,
		),
		operation<Written>(
			world,
			`POST ${SCHEDULES}/cancel`,
			({ body }) => {
				schedules.splice(schedules.indexOf(own(body)), 1);
				return { success: true };
			},
			refusals,
		),
	];
};
