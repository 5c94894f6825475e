import { defineProcedure, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { people } from '../../fields/people';

const INVITE = 'POST /v1.0/conference/videoConferences/{conferenceId}/users/invite';
const PERSON = 'POST /topapi/v2/user/get';

export const invite = defineProcedure({
	name: 'Invite',
	value: 'invite',
	action: 'Invite people to a running video conference',
	description:
		'Invite people to a running conference. One call, and a free look-up of each person, since DingTalk wants their names. Their phones ring.',
	zh: {
		name: '邀请入会',
		action: '邀请人员入会',
		description: '邀请人员加入进行中的会议。一次调用，另为每人查询一次姓名（不计额度）；被邀请人会收到呼叫',
	},
	docs: 'https://open.dingtalk.com/document/development/invite-users-to-join',
	permission: 'VideoConference.Conference.Write',
	routes: [INVITE, PERSON],
	fields: [
		conference,
		{ ...people, person: 'userId', required: false },
		{
			displayName: 'Phone Numbers',
			zh: { name: '电话邀请', placeholder: '添加电话' },
			name: 'phones',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			placeholder: 'Add Phone Number',
			default: {},
			options: [
				{
					displayName: 'Phone Number',
					zh: '电话',
					name: 'phone',
					values: [
						{
							displayName: 'Country Code',
							zh: { name: '国家区号', description: '不含加号，例如 86' },
							name: 'statusCode',
							type: 'string',
							digits: true,
							default: '86',
							description: 'Digits without a plus sign',
						},
						{
							displayName: 'Name',
							zh: { name: '姓名', description: '会议中显示的姓名' },
							name: 'nick',
							type: 'string',
							required: true,
							default: '',
							description: 'As the conference shows it',
						},
						{
							displayName: 'Number',
							zh: '手机号',
							name: 'phoneNumber',
							type: 'string',
							digits: true,
							required: true,
							default: '',
						},
					],
				},
			],
			description: 'Phones outside DingTalk that are called',
		},
		{
			...operator,
			required: false,
			displayName: 'Invited By',
			zh: { name: '邀请人', description: '呼叫中显示的邀请人；留空使用凭证中的默认操作人，两者皆空则不显示' },
			description:
				'Who the call says invites. Empty: the default operator of the credential; without both no name is shown.',
		},
	],
	plan: ({ conference: conferenceId, people: userIds = [], phones: { phone = [] }, operator: unionId }) => {
		if (userIds.length === 0 && phone.length === 0)
			throw new InputError('People', 'is empty: choose people or add phone numbers', '为空：请选择人员或添加电话');
		return { conferenceId, userIds, phone, unionId };
	},
	run: async ({ conferenceId, userIds, phone, unionId }, api) => {
		const inviteeList = [];
		for (const userid of userIds) {
			const { unionid, name } = await api.once(`person:${userid}`, () =>
				api.call(PERSON, { body: { userid } }, { safe: true }),
			);
			inviteeList.push({ unionId: unionid, nick: name });
		}
		const answer = await api.call(INVITE, {
			path: { conferenceId },
			body: {
				unionId,
				inviteeList: inviteeList.length > 0 ? inviteeList : undefined,
				phoneInviteeList: phone.length > 0 ? phone : undefined,
			},
		});
		return done(answer);
	},
});
