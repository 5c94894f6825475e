import { defineOperation } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';

export const getInvitation = defineOperation({
	name: 'Get Invitation',
	value: 'getInvitation',
	action: 'Get the invitation link of the organization or a department',
	description:
		"Get the link by which people join. One call, free of the monthly quota. Use 'inviteUrl' only where 'inviteSwitch' and 'linkInvite' are true.",
	zh: {
		name: '获取邀请信息',
		action: '获取企业或部门的邀请信息',
		description:
			'获取加入企业的邀请链接。一次调用，不计入月度调用量。inviteSwitch 和 linkInvite 均为 true 时 inviteUrl 才可用',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-invitation-information',
	permission: 'Contact.Common.Read',
	route: 'GET /v1.0/contact/invites/infos',
	fields: [
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Inviter',
					zh: { name: '邀请人', description: '留空则为企业创建者' },
					name: 'inviterUserId',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Empty: the creator of the organization',
				},
				{
					displayName: 'Department',
					zh: { name: '部门', description: '邀请加入哪个部门' },
					name: 'department',
					type: 'resourceLocator',
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'Which department the invited join',
				},
			],
		},
	],
	request: ({ additionalFields: { inviterUserId, department } }) => ({
		query: { inviterUserId, deptId: department === undefined ? undefined : wireNumber('Department', department) },
	}),
});
