import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';

export const lock = defineOperation({
	name: 'Lock',
	value: 'lock',
	action: 'Lock or unlock a video conference',
	description: 'Lock a running conference, or unlock it. One call. While it is locked, nobody new gets in.',
	zh: {
		name: '锁定会议',
		action: '锁定或解锁会议',
		description: '锁定或解锁进行中的会议。一次调用；锁定后新成员无法入会',
	},
	docs: 'https://open.dingtalk.com/document/development/api-lockconference',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/lock',
	fields: [
		conference,
		{
			displayName: 'Action',
			zh: '操作',
			name: 'action',
			type: 'options',
			default: 'lock',
			options: [
				{ name: 'Lock', value: 'lock', zh: '锁定' },
				{ name: 'Unlock', value: 'unlock', zh: '取消锁定' },
			],
		},
	],
	request: ({ conference: conferenceId, action }) => ({ path: { conferenceId }, body: { action } }),
	output: done,
	safe: true,
});
