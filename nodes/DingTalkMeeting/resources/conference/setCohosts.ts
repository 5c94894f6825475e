import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { people } from '../../fields/people';

export const setCohosts = defineOperation({
	name: 'Set Co-Hosts',
	value: 'setCohosts',
	action: 'Add or remove co-hosts of a video conference',
	description: 'Make people co-hosts of a running conference, or end that. One call. They must be in the conference.',
	zh: {
		name: '设置联席主持人',
		action: '添加或移除联席主持人',
		description: '为进行中的会议添加或移除联席主持人。一次调用；对方须已入会',
	},
	docs: 'https://open.dingtalk.com/document/development/set-up-co-hosts',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/coHosts/set',
	fields: [
		conference,
		people,
		{
			displayName: 'Action',
			zh: '操作',
			name: 'action',
			type: 'options',
			default: 'add',
			options: [
				{ name: 'Add', value: 'add', zh: '添加' },
				{ name: 'Remove', value: 'remove', zh: '移除' },
			],
		},
	],
	request: ({ conference: conferenceId, people: unionIds, action }) => ({
		path: { conferenceId },
		body: { action, userList: unionIds.map((unionId) => ({ unionId })) },
	}),
	output: done,
	safe: true,
});
