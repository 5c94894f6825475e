import { defineFields } from '../../../runtime/field';
import { pick } from '../../../runtime/pick';
import type { Json } from '../../../runtime/operation';

/** Rights in a group. Each is a 0 or 1 to DingTalk. https://open.dingtalk.com/document/development/create-common-group-new-version-v2 */
export const settingFields = defineFields([
	{
		displayName: 'Mute All',
		zh: { name: '全员禁言', description: '是否禁止普通成员发言' },
		name: 'chatBannedType',
		type: 'boolean',
		default: true,
		description: 'Whether ordinary members are muted',
	},
	{
		displayName: 'New Members See History',
		zh: { name: '新成员可见历史消息', description: '新成员是否可查看 100 条历史消息' },
		name: 'showHistoryType',
		type: 'boolean',
		default: true,
		description: 'Whether new members see the last 100 messages',
	},
	{
		displayName: 'Only the Owner Manages',
		zh: { name: '仅群主可管理', description: '是否仅群主可管理群' },
		name: 'managementType',
		type: 'boolean',
		default: true,
		description: 'Whether the owner alone may manage the group',
	},
	{
		displayName: 'Only the Owner Mentions Everyone',
		zh: { name: '仅群主可 @ 所有人', description: '是否仅群主可 @ 所有人' },
		name: 'mentionAllAuthority',
		type: 'boolean',
		default: true,
		description: 'Whether the owner alone may call everyone by @',
	},
	{
		displayName: 'Searchable',
		zh: { name: '可被搜索', description: '群是否可以被搜索到' },
		name: 'searchable',
		type: 'boolean',
		default: true,
		description: 'Whether people can find the group by searching',
	},
	{
		displayName: 'Verify New Members',
		zh: { name: '入群验证', description: '入群是否需要验证' },
		name: 'validationType',
		type: 'boolean',
		default: true,
		description: 'Whether joining needs an approval',
	},
]);

export const SETTINGS = settingFields.map(({ name }) => name);

type Settings = Partial<Record<(typeof settingFields)[number]['name'], boolean>>;

/** The chosen settings as DingTalk counts them; `undefined` when none was chosen. */
export function managementOptions(given: Settings): Json | undefined {
	const chosen = SETTINGS.flatMap((name) => (given[name] === undefined ? [] : [[name, given[name] ? 1 : 0]]));
	return chosen.length > 0 ? Object.fromEntries(chosen) : undefined;
}

/** The settings that a group has now, as Get answers them. */
export const currentSettings = (group: Json): Json => pick(group, SETTINGS);
