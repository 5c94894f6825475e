import { isObject, type Json } from '../../../protocol/json';
import { defineField, defineFields } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

/** What an event may also have, when it is created or changed. */
export const moreFields = defineFields([
	{
		displayName: 'Attendees',
		zh: { name: '参与人', description: '必须参加的人：一个人，或用逗号分隔的多个 ID' },
		name: 'attendees',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		maxItems: 500,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who has to come: one person, or several IDs separated by commas',
	},
	{
		displayName: 'Description',
		zh: '日程描述',
		name: 'description',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		maxLength: 5000,
	},
	{
		displayName: 'Location',
		zh: { name: '地点', description: '地点名称' },
		name: 'location',
		type: 'string',
		default: '',
		description: 'Name of the place',
	},
	{
		displayName: 'Online Meeting',
		zh: { name: '视频会议', description: '是否创建钉钉视频会议' },
		name: 'onlineMeeting',
		type: 'boolean',
		default: true,
		description: 'Whether DingTalk makes a video meeting for it',
	},
	{
		displayName: 'Optional Attendees',
		zh: { name: '可选参与人', description: '可不参加的人：一个人，或用逗号分隔的多个 ID' },
		name: 'optionalAttendees',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		maxItems: 500,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who may come: one person, or several IDs separated by commas',
	},
	{
		displayName: 'Reminders (Minutes Before)',
		zh: { name: '提醒（提前分钟数）', description: '用逗号分隔的分钟数', placeholder: '例如 15, 60' },
		name: 'reminders',
		type: 'string',
		list: 'number',
		default: '',
		placeholder: 'e.g. 15, 60',
		description: 'Minutes before the start, separated by commas',
	},
]);

interface More {
	attendees?: string[];
	description?: string;
	location?: string;
	onlineMeeting?: boolean;
	optionalAttendees?: string[];
	reminders?: number[];
}

/** The same as DingTalk wants it. Who is both required and optional is required. */
export function more({ attendees, optionalAttendees, location, onlineMeeting, reminders, description }: More) {
	const must = attendees ?? [];
	const may = (optionalAttendees ?? []).filter((id) => !must.includes(id));
	return {
		description,
		attendees:
			attendees === undefined && optionalAttendees === undefined
				? undefined
				: [...must.map((id) => ({ id, isOptional: false })), ...may.map((id) => ({ id, isOptional: true }))],
		location: location === undefined ? undefined : { displayName: location },
		onlineMeetingInfo: onlineMeeting === true ? { type: 'dingtalk' } : undefined,
		reminders: reminders?.map((minutes) => ({ method: 'dingtalk', minutes })),
	};
}

export const maxAttendees = defineField({
	displayName: 'Max Attendees',
	zh: { name: '参与人数上限', description: '每个日程最多返回的参与人数' },
	name: 'maxAttendees',
	type: 'number',
	under: 'options',
	typeOptions: { minValue: 1, maxValue: 500, numberPrecision: 0 },
	default: 100,
	description: 'Most attendees that DingTalk returns of an event',
});

const member = (value: unknown, name: string): unknown => (isObject(value) ? value[name] : undefined);
const moment = (value: unknown): unknown => member(value, 'date') ?? member(value, 'dateTime');

/** What most workflows need of an event. The end of a whole-day event is DingTalk's: the day after its last. */
export const simplifyEvent = (event: Json): Json => ({
	id: event.id,
	summary: event.summary,
	description: event.description,
	status: event.status,
	isAllDay: event.isAllDay,
	start: moment(event.start),
	end: moment(event.end),
	location: member(event.location, 'displayName'),
	organizer: member(event.organizer, 'displayName'),
	attendees: Array.isArray(event.attendees)
		? event.attendees
				.filter(isObject)
				.map(({ id, displayName, responseStatus }) => ({ id, displayName, responseStatus }))
		: [],
	onlineMeetingUrl: member(event.onlineMeetingInfo, 'url'),
	seriesMasterId: event.seriesMasterId,
});
