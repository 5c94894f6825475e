import { defineField, defineFields } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import {
	muteAll,
	onlyOwnerManages,
	onlyOwnerMentionsEveryone,
	searchable,
	verifyNewMembers,
} from '../../fields/groupSettings';

/** Rights in a scene group. Each is a 0 or 1 to DingTalk. https://open.dingtalk.com/document/development/create-a-scene-group */
export const settingFields = defineFields([
	{
		displayName: 'Everyone May Invite to Events',
		zh: { name: '成员可互相发起日程', description: '非好友或同事的成员之间是否可发起日程' },
		name: 'allMembersCanCreateCalendar',
		type: 'boolean',
		default: true,
		description: 'Whether members who are no colleagues may invite one another to events',
	},
	{
		displayName: 'Everyone May Start Live Streams',
		zh: { name: '所有人可发起直播', description: '是否所有人可发起群直播（否则仅群主和管理员）' },
		name: 'groupLiveSwitch',
		type: 'boolean',
		default: true,
		description: 'Whether every member may start a live stream; otherwise owner and admins only',
	},
	{
		displayName: 'Everyone May Start Meetings',
		zh: { name: '所有人可发起会议', description: '是否所有人可发起视频和语音会议（否则仅群主和管理员）' },
		name: 'allMembersCanCreateMcsConf',
		type: 'boolean',
		default: true,
		description: 'Whether every member may start video and voice meetings; otherwise owner and admins only',
	},
	{
		displayName: 'Keep People Who Left',
		zh: { name: '离职后不退群', description: '员工离职后是否不退出群，仅对外部群生效' },
		name: 'notQuitWhenEmpLeave',
		type: 'boolean',
		default: true,
		description: 'Whether people stay in the group after they left the organisation; for external groups only',
	},
	muteAll,
	{
		displayName: 'New Members See History',
		zh: { name: '新成员可见历史消息', description: '新成员是否可查看聊天历史消息' },
		name: 'showHistoryType',
		type: 'boolean',
		default: true,
		description: 'Whether new members see earlier messages',
	},
	{
		displayName: 'No Group Mail',
		zh: { name: '禁止群邮件', description: '是否禁止向本群发送群邮件' },
		name: 'groupEmailDisabled',
		type: 'boolean',
		default: true,
		description: 'Whether members may not send mail to the group',
	},
	{
		displayName: 'No Private Chats',
		zh: { name: '禁止成员私聊', description: '是否禁止普通成员之间加好友、单聊' },
		name: 'addFriendForbidden',
		type: 'boolean',
		default: true,
		description: 'Whether ordinary members may neither befriend one another nor chat privately',
	},
	{
		displayName: 'No Private Chats With Admins',
		zh: { name: '禁止向管理员发起单聊', description: '是否禁止非管理员向管理员发起单聊' },
		name: 'membersToAdminChat',
		type: 'boolean',
		default: true,
		description: 'Whether ordinary members may not chat with admins privately',
	},
	{
		displayName: 'Only Admins Invite',
		zh: { name: '仅管理员可邀人', description: '是否仅群主和管理员可邀人，需同时开启“仅群主可管理”' },
		name: 'onlyAdminCanAddMem',
		type: 'boolean',
		default: true,
		description: 'Whether owner and admins alone may invite people; works only with Only the Owner Manages',
	},
	{
		displayName: 'Only Admins Pin Messages',
		zh: { name: '仅管理员可置顶消息', description: '是否仅群主和管理员可置顶群消息' },
		name: 'onlyAdminCanSetMsgTop',
		type: 'boolean',
		default: true,
		description: 'Whether owner and admins alone may pin messages',
	},
	{
		displayName: 'Only Admins Send DINGs',
		zh: { name: '仅管理员可发 DING', description: '群内是否仅群主和管理员可发 DING' },
		name: 'onlyAdminCanDing',
		type: 'boolean',
		default: true,
		description: 'Whether owner and admins alone may send DINGs in the group',
	},
	onlyOwnerManages,
	onlyOwnerMentionsEveryone,
	searchable,
	verifyNewMembers,
]);

/** The one that only an existing group can have. https://open.dingtalk.com/document/development/api-updatescenegroup */
export const pluginField = defineField({
	displayName: 'Verify Own Plugins',
	zh: { name: '自定义群插件需审批', description: '自定义群插件是否需要群主和管理员审批' },
	name: 'pluginCustomizeVerify',
	type: 'boolean',
	default: true,
	description: 'Whether owner or admins must approve plugins of the group',
});

const NAMES = [...settingFields.map(({ name }) => name), pluginField.name];

type Settings = Partial<Record<(typeof NAMES)[number], boolean>>;

/** `onlyAdminCanDing` → `only_admin_can_ding`. */
const wireName = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** The chosen settings as DingTalk names and counts them; `undefined` when none was chosen. */
export function managementOptions(given: Settings): Json | undefined {
	const chosen = NAMES.flatMap((name) => (given[name] === undefined ? [] : [[wireName(name), given[name] ? 1 : 0]]));
	return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}
