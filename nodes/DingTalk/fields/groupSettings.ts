import { defineField } from '../../runtime/field';

/** Rights that a group and a scene group both have. Each is a 0 or 1 to DingTalk. */
export const muteAll = defineField({
	displayName: 'Mute All',
	zh: { name: '全员禁言', description: '是否禁止普通成员发言' },
	name: 'chatBannedType',
	type: 'boolean',
	default: true,
	description: 'Whether ordinary members are muted',
});

export const onlyOwnerManages = defineField({
	displayName: 'Only the Owner Manages',
	zh: { name: '仅群主可管理', description: '是否仅群主可管理群' },
	name: 'managementType',
	type: 'boolean',
	default: true,
	description: 'Whether the owner alone may manage the group',
});

export const onlyOwnerMentionsEveryone = defineField({
	displayName: 'Only the Owner Mentions Everyone',
	zh: { name: '仅群主可 @ 所有人', description: '是否仅群主可 @ 所有人' },
	name: 'mentionAllAuthority',
	type: 'boolean',
	default: true,
	description: 'Whether the owner alone may call everyone by @',
});

export const searchable = defineField({
	displayName: 'Searchable',
	zh: { name: '可被搜索', description: '群是否可以被搜索到' },
	name: 'searchable',
	type: 'boolean',
	default: true,
	description: 'Whether people can find the group by searching',
});

export const verifyNewMembers = defineField({
	displayName: 'Verify New Members',
	zh: { name: '入群验证', description: '入群是否需要验证' },
	name: 'validationType',
	type: 'boolean',
	default: true,
	description: 'Whether joining needs an approval',
});
