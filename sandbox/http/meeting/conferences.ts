import type { Conference } from '../../data/meeting';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { conferenceOf, paramsError, refusals, runningOf } from './errors';

const HELD = '/v1.0/conference/videoConferences';

interface Created {
	userId: string;
	confTitle: string;
	inviteUserIds?: string[];
	inviteCaller?: boolean;
}

/** Running conferences: https://open.dingtalk.com/document/development/create-a-video-conference and its neighbours. */
export const conferenceRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const { conferences } = data.meeting;
	const nameOf = (unionId: string) => company.users.find(({ unionid }) => unionid === unionId)?.name ?? '';
	const linkOf = ({ roomCode }: Conference) => `https://meeting.dingtalk.com/app?roomCode=${roomCode}`;
	const shown = (one: Conference) => ({
		...one,
		externalLinkUrl: linkOf(one),
		attendNum: one.members.length,
		activeNum: one.status === 2 ? one.members.length : 0,
		confDuration: one.endTime ? one.endTime - one.startTime : 0,
	});
	const member = (one: Conference, unionId: string) => ({
		unionId,
		conferenceId: one.conferenceId,
		userNick: nameOf(unionId),
		joinTime: one.startTime,
		leaveTime: one.endTime,
		duration: one.endTime ? one.endTime - one.startTime : 0,
		attendStatus: one.removed.includes(unionId) ? 5 : one.status === 2 ? 3 : 6,
		host: unionId === one.creatorId,
		coHost: false,
		outerOrgMember: false,
		pstnJoin: false,
	});
	const common = {
		entries: conferences,
		id: 'conferenceId' as const,
		...refusals,
		missing: () => paramsError('conferenceId'),
	};

	return [
		operation<Created>(
			world,
			`POST ${HELD}`,
			({ body: { userId, confTitle, inviteUserIds = [] } }) => {
				if (confTitle.trim() === '' || confTitle.length > 256)
					throw new ApiError('paramsTitleError', 'error:confTitle');
				const conferenceId = `conference${world.nextId()}x`;
				const roomCode = String(40_000_000_000 + world.nextId());
				const made: Conference = {
					conferenceId,
					title: confTitle.slice(0, 50),
					creatorId: userId,
					creatorNick: nameOf(userId),
					status: 2,
					startTime: world.now(),
					endTime: 0,
					roomCode,
					members: [...new Set([userId, ...inviteUserIds])],
					removed: [],
					barred: [],
					phones: [],
					muted: false,
					recording: false,
					videos: [],
					paragraphs: [],
				};
				conferences.push(made);
				return {
					conferenceId,
					conferencePassword: '1151302294',
					hostPassword: '2142817614',
					externalLinkUrl: linkOf(made),
					phoneNumbers: ['0571-26883112'],
					roomCode,
				};
			},
			refusals,
		),
		...collection<Conference>(world, {
			...common,
			show: shown,
			get: { route: `GET ${HELD}/{conferenceId}` },
		}),
		...collection<Conference>(world, {
			...common,
			show: shown,
			within: () => (one) => one.status === 2,
			list: { route: 'GET /v1.0/conference/orgConferences' },
		}),
		...collection<Conference>(world, {
			...common,
			show: shown,
			within:
				({ path }: Pick<Call, 'path'>) =>
				(one: Conference) =>
					one.roomCode === path.roomCode,
			list: { route: 'GET /v1.0/conference/roomCodes/{roomCode}/infos' },
		}),
		...collection<Conference>(world, {
			...common,
			show: shown,
			within: { scheduleConferenceId: 'path.scheduleConferenceId' },
			list: { route: `GET ${HELD}/scheduleConferences/{scheduleConferenceId}` },
		}),
		operation(
			world,
			'GET /v1.0/conference/users/lists',
			({ query: { unionId = '' } }) => {
				const mine = conferences.filter((one) => one.status === 2 && one.members.includes(unionId));
				return {
					onGoingConfIdList: mine.map(({ conferenceId }) => conferenceId),
					memberModelMap: Object.fromEntries(mine.map((one) => [one.conferenceId, member(one, unionId)])),
				};
			},
			refusals,
		),
		operation(
			world,
			`GET ${HELD}/{conferenceId}/members`,
			({ path, query }) => {
				const one = conferenceOf(world, path.conferenceId ?? '');
				const size = Number(query.maxResults ?? 20);
				if (size > 128) throw paramsError('maxResults');
				const start = Number(query.nextToken ?? 0);
				const all = [...one.members, ...one.removed];
				return {
					memberModels: all.slice(start, start + size).map((unionId) => member(one, unionId)),
					...(start + size < all.length && { nextToken: String(start + size) }),
					totalCount: all.length,
				};
			},
			refusals,
		),
		operation(
			world,
			`DELETE ${HELD}/{conferenceId}`,
			({ path, query }) => {
				const one = runningOf(world, path.conferenceId ?? '');
				if (query.unionId !== one.creatorId) return { code: 403, cause: 'only the host can close the conference' };
				one.status = 1;
				one.endTime = world.now();
				return { code: 200, cause: 'success' };
			},
			refusals,
		),
		operation<{
			inviteeList?: Array<{ unionId?: string; nick: string }>;
			phoneInviteeList?: Array<{ phoneNumber?: string }>;
		}>(
			world,
			`POST ${HELD}/{conferenceId}/users/invite`,
			({ path, body: { inviteeList = [], phoneInviteeList = [] } }) => {
				const one = runningOf(world, path.conferenceId ?? '');
				for (const { unionId } of inviteeList)
					if (unionId && !one.members.includes(unionId) && !one.barred.includes(unionId)) one.members.push(unionId);
				one.phones.push(...phoneInviteeList.map(({ phoneNumber }) => phoneNumber ?? ''));
				return { success: true };
			},
			refusals,
		),
		operation<{ userList: Array<{ unionId: string }>; forbiddenRejoin?: boolean }>(
			world,
			`POST ${HELD}/{conferenceId}/members/kick`,
			({ path, body: { userList, forbiddenRejoin = false } }) => {
				const one = runningOf(world, path.conferenceId ?? '');
				const gone = userList.map(({ unionId }) => unionId);
				one.removed.push(...one.members.filter((id) => gone.includes(id)));
				one.members = one.members.filter((id) => !gone.includes(id));
				if (forbiddenRejoin) one.barred.push(...gone);
				return { success: true };
			},
			refusals,
		),
		operation<{ action: string }>(
			world,
			`POST ${HELD}/{conferenceId}/allMembers/mute`,
			({ path, body: { action } }) => {
				runningOf(world, path.conferenceId ?? '').muted = action === 'mute';
				return { success: true };
			},
			refusals,
		),
	];
};
