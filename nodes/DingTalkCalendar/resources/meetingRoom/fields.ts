import { defineFields, InputError } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { roomLabels } from '../../flows/rooms';
import { roomGroup } from '../../locators/roomGroup';

/** Who may book a room. https://open.dingtalk.com/document/development/create-a-meeting-room */
export const statuses = [
	{ name: 'Administrators Only', value: 1, zh: '仅管理员可用' },
	{ name: 'Certain People or Departments', value: 2, zh: '部分有权限' },
	{ name: 'Everyone', value: 0, zh: '全员可用' },
] as const;

/** What a room may have beside its name, number and who may book it. */
export const roomFields = defineFields([
	{
		displayName: 'Allowed Departments',
		zh: { name: '可预定部门', description: '仅用于“部分有权限”：一个部门，或用逗号分隔的多个 ID' },
		name: 'departments',
		type: 'resourceLocator',
		many: true,
		digits: true,
		default: { mode: 'list', value: '' },
		modes: departmentModes,
		description: 'Only where certain people may book it: one department, or several IDs separated by commas',
	},
	{
		displayName: 'Allowed People',
		zh: { name: '可预定人员', description: '仅用于“部分有权限”：一个人，或用逗号分隔的多个 ID' },
		name: 'people',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Only where certain people may book it: one person, or several IDs separated by commas',
	},
	{
		displayName: 'Bookable',
		zh: { name: '开放预定', description: '会议室是否开放预定' },
		name: 'openReservation',
		type: 'boolean',
		default: true,
		description: 'Whether the room can be booked',
	},
	{
		displayName: 'Capacity',
		zh: { name: '容纳人数', description: '可容纳的人数' },
		name: 'roomCapacity',
		type: 'number',
		typeOptions: { minValue: 1, numberPrecision: 0 },
		default: 8,
		description: 'For how many people it is',
	},
	{
		displayName: 'Description',
		zh: { name: '描述', description: '会议室的描述信息' },
		name: 'roomDescription',
		type: 'string',
		typeOptions: { rows: 2 },
		default: '',
		description: 'What should be known of the room',
	},
	{
		displayName: 'Equipment',
		zh: { name: '设备', description: '会议室的标签' },
		name: 'roomLabelIds',
		type: 'multiOptions',
		default: [],
		options: roomLabels,
		description: 'What the room has',
	},
	{
		displayName: 'Location',
		zh: { name: '位置', description: '位置标题，例如楼宇' },
		name: 'location',
		type: 'string',
		default: '',
		description: 'Where it is: the building',
	},
	{
		displayName: 'Location Detail',
		zh: { name: '详细位置', description: '位置的详细信息，例如楼层' },
		name: 'locationDetail',
		type: 'string',
		default: '',
		description: 'Where it is in detail: floor, side',
	},
	{
		displayName: 'Picture',
		zh: { name: '图片', description: '会议室图片的链接' },
		name: 'roomPicture',
		type: 'string',
		default: '',
		placeholder: 'e.g. https://static.dingtalk.com/media/lADPxxxxx.jpg',
		description: 'Link of its picture',
	},
	{
		displayName: 'Recurring Bookings',
		zh: { name: '循环预定', description: '是否支持循环周期预定' },
		name: 'enableCycleReservation',
		type: 'boolean',
		default: true,
		description: 'Whether it can be booked for events that repeat',
	},
	roomGroup,
]);

interface RoomFields {
	departments?: string[];
	people?: string[];
	location?: string;
	locationDetail?: string;
	roomGroup?: string;
	roomStatus?: number;
	roomLabelIds?: readonly number[];
}

/** The same as DingTalk wants it. @throws InputError for people or departments of a room that is not for certain ones. */
export function roomBody<F extends RoomFields>(fields: F) {
	const { departments, people, location, locationDetail, roomGroup: group, ...same } = fields;
	const members = [
		...(people ?? []).map((memberId) => ({ memberId, memberType: 'user' })),
		...(departments ?? []).map((memberId) => ({ memberId, memberType: 'dept' })),
	];
	if (members.length > 0 && same.roomStatus !== undefined && same.roomStatus !== 2)
		throw new InputError(
			'Who May Book It',
			'is not "Certain People or Departments", but some are named',
			'不是“部分有权限”，但填写了可预定的人员或部门',
		);
	if (same.roomStatus === 2 && members.length === 0)
		throw new InputError(
			'Allowed People',
			'and Allowed Departments are empty: name at least one',
			'和“可预定部门”均为空：请至少填写一个',
		);
	return {
		...same,
		roomLocation:
			location === undefined && locationDetail === undefined ? undefined : { title: location, desc: locationDetail },
		groupId: group === undefined ? undefined : wireNumber('Room Group', group),
		reservationAuthority: members.length > 0 ? { authorizedMembers: members } : undefined,
	};
}
