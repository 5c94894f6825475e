import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';

export const muteAll = defineOperation({
	name: 'Mute All',
	value: 'muteAll',
	action: 'Mute or unmute everyone in a video conference',
	description:
		'Mute everyone in a running conference, or allow speaking. One call. Unmuting only lets people unmute themselves.',
	zh: {
		name: '全员静音',
		action: '全员静音或取消静音',
		description: '将会议全员静音或取消静音。一次调用；取消静音只是允许成员自行解除',
	},
	docs: 'https://open.dingtalk.com/document/development/mute-all-staff-or-unmute-all-staff',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/allMembers/mute',
	fields: [
		conference,
		{
			displayName: 'Action',
			zh: { name: '操作', description: '静音或取消静音' },
			name: 'action',
			type: 'options',
			default: 'mute',
			options: [
				{ name: 'Mute', value: 'mute', zh: '全员静音' },
				{ name: 'Unmute', value: 'un_mute', zh: '取消全员静音' },
			],
			description: 'What happens to the microphones',
		},
		{
			displayName: 'Forbid Unmuting',
			zh: { name: '强制静音', description: '是否禁止成员自行解除静音' },
			name: 'forceMute',
			type: 'boolean',
			default: false,
			displayOptions: { show: { action: ['mute'] } },
			description: 'Whether members are kept from unmuting themselves',
		},
	],
	request: ({ conference: conferenceId, action, forceMute }) => ({
		path: { conferenceId },
		body: { action, forceMute },
	}),
	output: done,
	safe: true,
});
