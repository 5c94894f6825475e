import { defineOperation } from '../../../runtime/operation';
import { person } from '../user/fields';

export const enable = defineOperation({
	name: 'Enable',
	value: 'enable',
	action: 'Enable an organization account',
	description:
		"Open an account that the organization owns again. One call. A person's own DingTalk account is refused.",
	zh: {
		name: '启用',
		action: '启用企业账号',
		description: '重新启用归属企业的企业账号。一次调用；员工个人的钉钉账号不能操作',
	},
	docs: 'https://open.dingtalk.com/document/development/enable-a-dedicated-account',
	permission: 'Contact.OrgAccountSecurity.ReadWrite',
	route: 'POST /v1.0/contact/orgAccounts/enable',
	safe: true,
	fields: [person],
	request: ({ person: userId }) => ({ body: { userId } }),
	output: (_, { person: userId }) => ({ userId, disabled: false }),
});
