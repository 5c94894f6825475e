import { isObject, type Json } from '../../../protocol/json';
import { defineField, defineFields, InputError } from '../../../runtime/operation';
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
		displayName: 'Chat Notification',
		zh: { name: '单聊卡片', description: '是否向参与人发送单聊卡片' },
		name: 'chatNotification',
		type: 'boolean',
		default: true,
		description: 'Whether the attendees get a card in their chats',
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
		displayName: 'No Reminders',
		zh: { name: '不提醒', description: '是否不设置任何提醒（包括钉钉默认的提醒）' },
		name: 'noReminders',
		type: 'boolean',
		default: true,
		description: "Whether nobody is reminded, not even at DingTalk's usual time",
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
		displayName: 'Page Elements',
		zh: { name: '详情页组件', description: '日程详情页中按钮和区域的状态', placeholder: '添加组件' },
		name: 'pageElements',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Element',
		default: {},
		description: "Buttons and areas of the event's page",
		options: [
			{
				displayName: 'Element',
				zh: '组件',
				name: 'element',
				values: [
					{
						displayName: 'Element',
						zh: '组件',
						name: 'uiName',
						type: 'options',
						default: 'updateEventButton',
						options: [
							{ name: 'Attendees', value: 'attendee', zh: '参与人区域' },
							{ name: 'Comments', value: 'comment', zh: '日程评论区域' },
							{ name: 'Delete Button', value: 'deleteEventButton', zh: '删除日程按钮' },
							{ name: 'Edit Button', value: 'updateEventButton', zh: '编辑日程按钮' },
							{ name: 'Transfer Button', value: 'transferEventButton', zh: '转让日程按钮' },
						],
					},
					{
						displayName: 'State',
						zh: '状态',
						name: 'uiStatus',
						type: 'options',
						default: 'hide',
						options: [
							{ name: 'Disabled', value: 'disable', zh: '禁用' },
							{ name: 'Enabled', value: 'enable', zh: '可使用' },
							{ name: 'Hidden', value: 'hide', zh: '隐藏' },
						],
					},
				],
			},
		],
	},
	{
		displayName: 'Push Notification',
		zh: { name: '推送通知', description: '是否向相关人员发送钉钉推送通知' },
		name: 'pushNotification',
		type: 'boolean',
		default: true,
		description: 'Whether those concerned get a push notification',
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
	{
		displayName: 'Rich Text Description',
		zh: { name: '富文本描述', description: '日程的富文本描述' },
		name: 'richTextDescription',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		description: 'Description with formatting, as DingTalk shows it in place of the plain one',
	},
]);

interface More {
	attendees?: string[];
	chatNotification?: boolean;
	description?: string;
	location?: string;
	noReminders?: boolean;
	onlineMeeting?: boolean;
	optionalAttendees?: string[];
	pageElements?: { element?: Array<{ uiName: string; uiStatus: string }> };
	pushNotification?: boolean;
	reminders?: number[];
	richTextDescription?: string;
}

/** DingTalk asks what is not to be sent, as texts; what nobody said is left to it. */
function silenced({ pushNotification, chatNotification }: More) {
	if (pushNotification === undefined && chatNotification === undefined) return undefined;
	return {
		...(pushNotification !== undefined && { noPushNotification: String(!pushNotification) }),
		...(chatNotification !== undefined && { noChatNotification: String(!chatNotification) }),
	};
}

/** An empty list means no reminder at all; without the list DingTalk reminds at its usual time. @throws InputError for both. */
function remindersOf({ noReminders, reminders }: More) {
	if (noReminders !== true) return reminders?.map((minutes) => ({ method: 'dingtalk', minutes }));
	if (reminders === undefined || reminders.length === 0) return [];
	throw new InputError('Reminders', 'contradict No Reminders', '与“不提醒”矛盾');
}

/** The same as DingTalk wants it. Who is both required and optional is required. */
export function more(fields: More) {
	const { attendees, optionalAttendees, location, onlineMeeting, description, pageElements, richTextDescription } =
		fields;
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
		reminders: remindersOf(fields),
		extra: silenced(fields),
		uiConfigs: pageElements?.element,
		richTextDescription: richTextDescription === undefined ? undefined : { text: richTextDescription },
	};
}

export const maxAttendees = defineField({
	displayName: 'Max Attendees',
	zh: { name: '参与人数上限', description: '每个日程最多返回的参与人数；全部参与人请用“获取参与人”' },
	name: 'maxAttendees',
	type: 'number',
	under: 'options',
	typeOptions: { minValue: 1, maxValue: 100, numberPrecision: 0 },
	default: 100,
	description: 'Most attendees that DingTalk returns of an event; Get Many Attendees reads them all',
});

/** A single event may bring more of them. https://open.dingtalk.com/document/development/query-details-about-an-event */
export const maxAttendeesOfOne = defineField({
	...maxAttendees,
	typeOptions: { minValue: 1, maxValue: 500, numberPrecision: 0 },
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
