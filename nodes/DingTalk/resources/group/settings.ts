import { defineFields } from '../../../runtime/field';
import { pick } from '../../../runtime/pick';
import type { Json } from '../../../runtime/operation';
import {
	muteAll,
	onlyOwnerManages,
	onlyOwnerMentionsEveryone,
	searchable,
	verifyNewMembers,
} from '../../fields/groupSettings';

/** Rights in a group. Each is a 0 or 1 to DingTalk. https://open.dingtalk.com/document/development/create-common-group-new-version-v2 */
export const settingFields = defineFields([
	muteAll,
	{
		displayName: 'New Members See History',
		zh: { name: '新成员可见历史消息', description: '新成员是否可查看 100 条历史消息' },
		name: 'showHistoryType',
		type: 'boolean',
		default: true,
		description: 'Whether new members see the last 100 messages',
	},
	onlyOwnerManages,
	onlyOwnerMentionsEveryone,
	searchable,
	verifyNewMembers,
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
