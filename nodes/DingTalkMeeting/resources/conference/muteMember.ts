import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';

export const muteMember = defineOperation({
	name: 'Mute Member',
	value: 'muteMember',
	action: 'Mute or unmute a member of a video conference',
	description: 'Mute or unmute one member of a running conference. One call. All devices of the person are meant.',
	zh: {
		name: '成员静音',
		action: '指定会议成员静音或取消静音',
		description: '将进行中会议的一名成员静音或取消静音。一次调用；对该员工的所有设备生效',
	},
	docs: 'https://open.dingtalk.com/document/development/specify-person-to-mute-or-unmute',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/members/mute',
	fields: [
		conference,
		{
			displayName: 'Person',
			zh: { name: '成员', description: '钉钉每次只接受一个人' },
			name: 'person',
			type: 'resourceLocator',
			person: 'unionId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'DingTalk takes one person at a time',
		},
		{
			displayName: 'Action',
			zh: '操作',
			name: 'action',
			type: 'options',
			default: 'mute',
			options: [
				{ name: 'Mute', value: 'mute', zh: '静音' },
				{ name: 'Unmute', value: 'un_mute', zh: '取消静音' },
			],
		},
	],
	request: ({ conference: conferenceId, person: unionId, action }) => ({
		path: { conferenceId },
		body: { action, userList: [{ unionId }] },
	}),
	output: done,
	safe: true,
});
