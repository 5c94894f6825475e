import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { people } from '../../fields/people';

export const removeMembers = defineOperation({
	name: 'Remove Members',
	value: 'removeMembers',
	action: 'Remove members from a video conference',
	description: 'Remove members from a running conference. One call. All devices of a person leave.',
	zh: {
		name: '踢出成员',
		action: '踢出会议成员',
		description: '将成员移出进行中的会议。一次调用；该员工的所有设备都会离会',
	},
	docs: 'https://open.dingtalk.com/document/development/kick-out-meeting-members',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/members/kick',
	fields: [
		conference,
		people,
		{
			displayName: 'Forbid Rejoining',
			zh: { name: '禁止再次入会', description: '是否禁止他们再次加入该会议' },
			name: 'forbiddenRejoin',
			type: 'boolean',
			default: false,
			description: 'Whether they are kept from joining this conference again',
		},
	],
	request: ({ conference: conferenceId, people: unionIds, forbiddenRejoin }) => ({
		path: { conferenceId },
		body: { userList: unionIds.map((unionId) => ({ unionId })), forbiddenRejoin },
	}),
	output: done,
	safe: true,
});
