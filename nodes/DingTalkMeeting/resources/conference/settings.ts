import { defineField, defineFields } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

/** DingTalk cuts a title after 50 characters. https://open.dingtalk.com/document/development/create-appointment-meeting */
export const title = defineField({
	displayName: 'Title',
	zh: '会议标题',
	name: 'title',
	type: 'string',
	required: true,
	default: '',
	maxLength: 50,
});

/** No route lists scheduled conferences. */
export const scheduleId = defineField({
	displayName: 'Schedule ID',
	zh: { name: '预约会议 ID', description: '“预约”给出的 scheduleConferenceId；钉钉没有预约会议列表，请保存该 ID' },
	name: 'scheduleConferenceId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 2a489c68-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
	description: 'The scheduleConferenceId that Schedule gives. DingTalk lists no scheduled conferences: keep it.',
});

/** What a scheduled conference may have set. */
export const settingFields = defineFields([
	{
		displayName: 'AI Minutes',
		zh: { name: 'AI 听记', description: '会议是否开启 AI 听记总结' },
		name: 'aiMinutes',
		type: 'boolean',
		default: true,
		description: "Whether DingTalk's AI writes the minutes",
	},
	{
		displayName: 'Allow Chat',
		zh: { name: '聊天和互动', description: '会中是否可以聊天' },
		name: 'enableChat',
		type: 'boolean',
		default: true,
		description: 'Whether people may chat in the conference',
	},
	{
		displayName: 'Allow Joining Before the Host',
		zh: { name: '允许先于主持人入会', description: '主持人入会前是否可加入' },
		name: 'joinBeforeHost',
		type: 'boolean',
		default: true,
		description: 'Whether people may come in while the host is not there',
	},
	{
		displayName: 'Allow Joining in a Browser',
		zh: { name: '网页免登录入会', description: '是否可在网页中免登录入会' },
		name: 'enableWebAnonymousJoin',
		type: 'boolean',
		default: true,
		description: 'Whether people may join in a browser without signing in',
	},
	{
		displayName: 'Co-Hosts',
		zh: { name: '联席主持人', description: '一个人，或用逗号分隔的多个 ID' },
		name: 'cohosts',
		type: 'resourceLocator',
		person: 'unionId',
		many: true,
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'One person, or several IDs separated by commas',
	},
	{
		displayName: 'Forbid Screen Sharing',
		zh: { name: '禁止共享', description: '是否禁止成员发起共享' },
		name: 'screenShareForbidden',
		type: 'boolean',
		default: true,
		description: 'Whether members may not share their screens',
	},
	{
		displayName: 'Host',
		zh: { name: '主持人', description: '默认为创建人' },
		name: 'host',
		type: 'resourceLocator',
		person: 'unionId',
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'Who hosts it, where it is not the creator',
	},
	{
		displayName: 'Lock',
		zh: { name: '锁定会议', description: '锁定后其他人无法加入' },
		name: 'lockRoom',
		type: 'boolean',
		default: true,
		description: 'Whether nobody else can come in',
	},
	{
		displayName: 'Mute on Join',
		zh: { name: '入会时静音', description: '成员入会时是否静音' },
		name: 'muteOnJoin',
		type: 'options',
		default: '-1',
		options: [
			{ name: 'Always', value: '-1', zh: '开启' },
			{ name: 'From the Seventh Member On', value: '6', zh: '超过 6 人自动开启' },
			{ name: 'Never', value: '0', zh: '不开启' },
		],
		description: 'When microphones are off as people come in',
	},
	{
		displayName: 'Organization Only',
		zh: { name: '仅限企业成员', description: '允许入会的企业 CorpId' },
		name: 'allowedCorpId',
		type: 'string',
		id: true,
		default: '',
		placeholder: 'e.g. dingc02f685fa06381c44ac5d6980864d335',
		description: 'CorpId of the organisation whose members alone may join',
	},
	{
		displayName: 'Record Automatically',
		zh: { name: '自动云录制', description: '开始后是否自动云录制' },
		name: 'recordAutoStart',
		type: 'boolean',
		default: true,
		description: 'Whether it is recorded in the cloud from the start',
	},
	{
		displayName: 'Recording Layout',
		zh: { name: '录制布局', description: '云录制的画面布局' },
		name: 'recordMode',
		type: 'options',
		default: 'speech',
		options: [
			{ name: 'Full Screen', value: 'full_screen', zh: '全屏模式' },
			{ name: 'Full Screen and Speaker', value: 'full_screen_and_speaker', zh: '全屏和演讲者模式' },
			{ name: 'Grid', value: 'grid', zh: '宫格模式' },
			{ name: 'Grid, up to 4 × 4', value: 'auto_grid', zh: '自动宫格模式' },
			{ name: 'Screen Share', value: 'screen_cast', zh: '屏幕共享模式' },
			{ name: 'Speaker', value: 'speech', zh: '演讲者模式' },
			{ name: 'Two People', value: 'p2p', zh: '双人通话模式' },
		],
		description: 'How the recorded picture is laid out',
	},
	{
		displayName: 'Show AI Minutes',
		zh: { name: '展示 AI 听记功能', description: '会中是否展示 AI 听记功能' },
		name: 'enableAiAgentStatus',
		type: 'boolean',
		default: true,
		description: 'Whether the conference shows that feature',
	},
	{
		displayName: 'Waiting Room',
		zh: { name: '等候室', description: '入会前是否先进等候室' },
		name: 'waitingRoom',
		type: 'boolean',
		default: true,
		description: 'Whether people wait until the host lets them in',
	},
]);

interface Settings {
	aiMinutes?: boolean;
	enableChat?: boolean;
	joinBeforeHost?: boolean;
	enableWebAnonymousJoin?: boolean;
	cohosts?: string[];
	screenShareForbidden?: boolean;
	host?: string;
	lockRoom?: boolean;
	muteOnJoin?: string;
	allowedCorpId?: string;
	recordAutoStart?: boolean;
	recordMode?: string;
	waitingRoom?: boolean;
	enableAiAgentStatus?: boolean;
}

const bit = (value: boolean | undefined): number | undefined => (value === undefined ? undefined : Number(value));

const filled = <T extends object>(members: T): T | undefined =>
	Object.values(members).some((value) => value !== undefined) ? members : undefined;

/**
 * The settings as DingTalk wants them; `undefined` where none is set. `noWaiting` is what the route takes for no waiting
 * room: 2 when a conference is scheduled, 0 when its settings are changed.
 * https://open.dingtalk.com/document/development/create-appointment-meeting
 */
export function settings(chosen: Settings, noWaiting: 0 | 2) {
	const { waitingRoom, aiMinutes, muteOnJoin } = chosen;
	return filled({
		hostUnionId: chosen.host,
		cohostUnionIds: chosen.cohosts,
		muteOnJoin: muteOnJoin === undefined ? undefined : Number(muteOnJoin),
		screenShareForbidden: bit(chosen.screenShareForbidden),
		lockRoom: bit(chosen.lockRoom),
		confAllowedCorpId: chosen.allowedCorpId,
		moziConfVirtualExtraSetting: filled({
			waitingRoom: waitingRoom === undefined ? undefined : waitingRoom ? 1 : noWaiting,
			joinBeforeHost: bit(chosen.joinBeforeHost),
			enableChat: bit(chosen.enableChat),
			enableWebAnonymousJoin: chosen.enableWebAnonymousJoin,
		}),
		moziConfOpenRecordSetting: filled({ recordAutoStart: bit(chosen.recordAutoStart), mode: chosen.recordMode }),
		aiAgentSummarySetting: filled({
			value: aiMinutes === undefined ? undefined : aiMinutes ? 'enable' : 'disable',
			enableAiAgentStatus: chosen.enableAiAgentStatus,
		}),
	});
}
