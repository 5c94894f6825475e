import { defineOperation } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { members } from '../../fields/members';

export const muteMembers = defineOperation({
	name: 'Mute Members',
	value: 'muteMembers',
	action: 'Mute or unmute members of a scene group',
	description:
		'Mute members of a scene group, or let them write again. One call per 999 people. Owner and admins cannot be muted.',
	zh: {
		name: '设置成员禁言',
		action: '设置场景群成员禁言或取消禁言',
		description: '在一段时间内禁止成员发言，或取消禁言。每 999 人一次调用；群主和管理员不能被禁言',
	},
	docs: 'https://open.dingtalk.com/document/development/set-group-members-access-control',
	permission: 'qyapi_chat_manage',
	route: 'POST /v1.0/im/sceneGroups/muteMembers/set',
	safe: true,
	fields: [
		sceneGroup,
		{ ...members, required: true },
		{
			displayName: 'Do',
			zh: '操作方式',
			name: 'muteStatus',
			type: 'options',
			default: 1,
			options: [
				{ name: 'Mute', value: 1, zh: '禁言' },
				{ name: 'Unmute', value: 0, zh: '取消禁言' },
			],
			description: 'Whether they are muted or may write again',
		},
		{
			displayName: 'Minutes',
			zh: { name: '时长（分钟）', description: '禁言多久' },
			name: 'minutes',
			type: 'number',
			required: true,
			default: 60,
			typeOptions: { minValue: 1, numberPrecision: 0 },
			displayOptions: { show: { muteStatus: [1] } },
			description: 'How long they are muted',
		},
	],
	split: { lists: { members: 999 }, merge: () => ({ success: true }) },
	// DingTalk wants a duration in milliseconds for unmuting too.
	request: ({ openConversationId, members: userIdList, muteStatus, minutes = 0 }) => ({
		body: { openConversationId, userIdList, muteStatus, muteDuration: minutes * 60_000 },
	}),
	output: ({ failed }, { openConversationId, members: userIds }) => ({
		success: true,
		openConversationId,
		userIds,
		...(failed !== undefined && { failed }),
	}),
});
