import { defineOperation } from '../../../runtime/operation';
import { person } from '../user/fields';

export const disable = defineOperation({
	name: 'Disable',
	value: 'disable',
	action: 'Disable an organization account',
	description: "Shut an account that the organization owns. One call. A person's own DingTalk account is refused.",
	zh: {
		name: '停用',
		action: '停用企业账号',
		description: '停用归属企业的企业账号。一次调用；员工个人的钉钉账号不能停用',
	},
	docs: 'https://open.dingtalk.com/document/development/disable-an-exclusive-account',
	permission: 'Contact.OrgAccountSecurity.ReadWrite',
	route: 'POST /v1.0/contact/orgAccounts/disable',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ displayName: 'Reason', zh: '停用原因', name: 'reason', type: 'string', default: '' }],
		},
	],
	request: ({ person: userId, additionalFields }) => ({ body: { userId, ...additionalFields } }),
	output: (_, { person: userId }) => ({ userId, disabled: true }),
});
