import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { title } from './settings';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Start a video conference',
	description:
		'Start a video conference now. One call. The phones of those invited ring at once. The output holds passwords.',
	zh: {
		name: '创建',
		action: '创建视频会议',
		description: '立即发起视频会议。一次调用；被邀请人会立即收到呼叫，输出中含会议密码',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-video-conference',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences',
	fields: [
		title,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Call the Initiator Too',
					zh: { name: '同时呼叫发起人', description: '是否也呼叫发起人' },
					name: 'inviteCaller',
					type: 'boolean',
					default: true,
					description: 'Whether the phone of the initiator rings as well',
				},
				{
					displayName: 'Invite',
					zh: { name: '邀请人员', description: '发起人所在企业的同事：一个人，或用逗号分隔的多个 ID' },
					name: 'invite',
					type: 'resourceLocator',
					person: 'unionId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Colleagues of the initiator: one person, or several IDs separated by commas',
				},
			],
		},
		operator,
	],
	request: ({ title: confTitle, additionalFields: { invite, inviteCaller }, operator: userId }) => ({
		body: { userId, confTitle, inviteUserIds: invite, inviteCaller },
	}),
});
