import type { Json } from '../../protocol/json';
import { at } from '../../protocol/paging';
import { defineFields, type Api } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import { roomPages, ROOMS } from '../locators/room';
import { roomGroup } from '../locators/roomGroup';
import { withinGroup } from './roomGroups';

export const GROUPS = 'GET /v1.0/rooms/groupLists';

/** What a room has. https://open.dingtalk.com/document/development/check-the-meeting-room-list */
export const roomLabels = [
	{ name: 'Phone', value: 2, zh: '电话' },
	{ name: 'Projector', value: 3, zh: '投影仪' },
	{ name: 'TV', value: 1, zh: '电视' },
	{ name: 'Video Conference', value: 5, zh: '视频会议' },
	{ name: 'Whiteboard', value: 4, zh: '白板' },
] as const;

/** DingTalk filters nothing: rooms are compared here. */
export const roomFilters = defineFields([
	{
		displayName: 'Equipment',
		zh: { name: '设备', description: '会议室须具备所有选中的设备' },
		name: 'labels',
		type: 'multiOptions',
		default: [],
		options: roomLabels,
		description: 'Rooms that have all of these',
	},
	{
		displayName: 'Min Capacity',
		zh: { name: '最少容纳人数', description: '未填写容量的会议室不返回' },
		name: 'minCapacity',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 5,
		description: 'Rooms for at least so many people; a room whose capacity is not known is left out',
	},
	{
		displayName: 'Name Contains',
		zh: { name: '名称包含', description: '会议室名称包含该文字' },
		name: 'name',
		type: 'string',
		default: '',
		description: 'Rooms whose name has this text in it',
	},
	{
		displayName: 'Open to Everyone',
		zh: { name: '全员可用', description: '是否只返回全员可用的会议室' },
		name: 'openToAll',
		type: 'boolean',
		default: true,
		description: 'Whether to leave out rooms that only administrators or some people may book',
	},
	{
		...roomGroup,
		zh: { name: '会议室分组', description: '该分组及其下级分组中的会议室' },
		description: 'Rooms of this group, or of one below it; one more call',
	},
]);

export interface RoomFilters {
	labels?: readonly number[];
	minCapacity?: number;
	name?: string;
	openToAll?: boolean;
	roomGroup?: string;
}

/** All rooms that fit. One call per 100 rooms, one more where a group is given; without filters it stops at `limit`. */
export async function fittingRooms(
	api: Pick<Api, 'call' | 'list'>,
	unionId: string,
	{ labels = [], minCapacity, name, openToAll, roomGroup: group }: RoomFilters,
	limit = Infinity,
): Promise<Json[]> {
	const groups =
		group === undefined
			? undefined
			: withinGroup(group, objectsIn((await api.call(GROUPS, { query: { unionId } })).result));
	const isFitting = (room: Json): boolean => {
		const has = objectsIn(room.roomLabels).map(({ labelId }) => Number(labelId));
		return (
			labels.every((label) => has.includes(label)) &&
			(minCapacity === undefined || Number(room.roomCapacity ?? 0) >= minCapacity) &&
			(name === undefined || String(room.roomName).toLowerCase().includes(name.toLowerCase())) &&
			(openToAll !== true || Number(room.roomStatus ?? 0) === 0) &&
			(groups === undefined || groups.has(String(at(room, 'roomGroup.groupId'))))
		);
	};
	const isFiltered =
		labels.length > 0 || [minCapacity, name, group].some((one) => one !== undefined) || openToAll === true;
	const all = await api.list(ROOMS, { query: { unionId } }, roomPages, isFiltered ? Infinity : limit);
	return all.filter(isFitting).slice(0, limit === Infinity ? undefined : limit);
}

/** What most workflows need of a room. */
export const simplifyRoom = (room: Json): Json => ({
	roomId: room.roomId,
	roomName: room.roomName,
	roomCapacity: room.roomCapacity,
	roomStatus: room.roomStatus,
	location: at(room, 'roomLocation.title'),
	locationDetail: at(room, 'roomLocation.desc'),
	equipment: objectsIn(room.roomLabels).map(({ labelName }) => labelName),
	group: at(room, 'roomGroup.groupName'),
	isvRoomId: room.isvRoomId,
});
