import type { MeetingRoom } from '../../data/calendar';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';

/** https://open.dingtalk.com/document/development/check-the-meeting-room-list */
const LABELS: Record<number, string> = { 1: '电视', 2: '电话', 3: '投影仪', 4: '白板', 5: '视频会议' };

type Operated = { unionId: string };
type RoomBody = Operated & Partial<MeetingRoom>;

const refuse = (code: string, message: string) => new ApiError(code, message);
const noGroup = () => refuse('group.not.found', 'Group Not Found');

/** Meeting rooms and their groups, https://open.dingtalk.com/document/development/create-a-meeting-room and its neighbours. */
export const roomRoutes = (world: World): Route[] => {
	const { company, data } = world;
	const { rooms, roomGroups } = data.calendar;

	const admin = (unionId: string): void => {
		if (!company.users.some((one) => one.unionid === unionId && one.admin))
			throw refuse('user.not.admin', 'User Not Admin');
	};
	const group = (groupId: number) => {
		const found = roomGroups.find((one) => one.groupId === groupId);
		if (!found && groupId !== 0) throw noGroup();
		return found;
	};
	const room = ({ body }: Call<RoomBody>): void => {
		admin(body.unionId);
		const { roomId, roomName, roomStatus = 0, groupId } = body;
		if (roomStatus < 0 || roomStatus > 2) throw refuse('param.error', 'Error:roomStatus invalid');
		if (rooms.some((one) => one.roomName === roomName && one.roomId !== roomId))
			throw refuse('room.exist', 'Room Exsit');
		if (groupId !== undefined) group(groupId);
	};
	const stranger = () => refuse('user.not.employee', 'User Not Employee');

	return [
		operation<Operated & { blacklistUnionId: string; startTime: number; endTime?: number; memo?: string }>(
			world,
			'POST /v1.0/rooms/bookings/blacklist',
			({ body: { unionId, blacklistUnionId, startTime, endTime, memo } }) => {
				admin(unionId);
				data.calendar.banned.set(blacklistUnionId, { startTime, endTime, memo });
				return { result: true };
			},
			{ stranger },
		),
		operation<Operated & { blacklistUnionIds: string[] }>(
			world,
			'POST /v1.0/rooms/bookings/blacklist/remove',
			({ body: { unionId, blacklistUnionIds } }) => {
				admin(unionId);
				if (blacklistUnionIds.length > 100) throw refuse('user.over.limit', 'User Over Limit');
				for (const one of blacklistUnionIds) data.calendar.banned.delete(one);
				return { result: true };
			},
			{ stranger },
		),
		...collection(world, {
			entries: rooms,
			id: 'roomId',
			newId: ({ nextId }) => `room${nextId().toString(16)}`,
			aside: ['unionId'],
			missing: () => refuse('room.not.found', 'Room Not Found'),
			invalid: () => refuse('param.error', 'Param Error'),
			stranger,
			show: (one) => ({
				...one,
				corpId: company.corpId,
				roomLabels: one.roomLabelIds?.map((labelId) => ({ labelId, labelName: LABELS[labelId] })),
				roomGroup: group(one.groupId),
			}),
			create: {
				route: 'POST /v1.0/rooms/meetingrooms',
				check: room,
				entry: ({ body }: Call<MeetingRoom>, roomId) => ({ ...body, groupId: body.groupId ?? 0, roomId }),
			},
			list: { route: 'GET /v1.0/rooms/meetingRoomLists', size: 20 },
			get: { route: 'GET /v1.0/rooms/meetingRooms/{roomId}' },
			update: { route: 'PUT /v1.0/rooms/meetingRooms', check: room },
			remove: { route: 'DELETE /v1.0/rooms/meetingRooms/{roomId}', check: ({ query }) => admin(query.unionId) },
		}),
		...collection(world, {
			entries: roomGroups,
			id: 'groupId',
			aside: ['unionId'],
			missing: noGroup,
			stranger,
			create: {
				route: 'POST /v1.0/rooms/groups',
				check: ({ body }: Call<Operated>) => admin(body.unionId),
				entry: ({ body: { groupName, parentGroupId } }: Call<{ groupName: string; parentGroupId: number }>, id) => {
					group(parentGroupId);
					return { groupId: Number(id), groupName, parentId: parentGroupId };
				},
			},
			list: { route: 'GET /v1.0/rooms/groupLists' },
			get: { route: 'GET /v1.0/rooms/groups/{groupId}' },
			update: { route: 'PUT /v1.0/rooms/groups', check: ({ body }: Call<Operated>) => admin(body.unionId) },
			remove: {
				route: 'DELETE /v1.0/rooms/groups/{groupId}',
				check: ({ path, query }) => {
					admin(query.unionId);
					// "A group that has others below it cannot be deleted"; the page gives no code for it.
					if (roomGroups.some(({ parentId }) => parentId === Number(path.groupId)))
						throw refuse('param.error', 'Param Error');
				},
			},
		}),
	];
};
