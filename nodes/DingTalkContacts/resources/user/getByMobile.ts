import { defineOperation } from '../../../runtime/operation';
import { mobileOf } from '../../../runtime/people';

export const getByMobile = defineOperation({
	name: 'Get by Mobile',
	value: 'getByMobile',
	action: 'Get a user ID by mobile number',
	description: 'Find the user ID that belongs to a mobile number. Free of the monthly quota.',
	zh: { name: '按手机号获取', action: '根据手机号查询用户', description: '根据手机号查询 userId。不计入月度调用量' },
	docs: 'https://open.dingtalk.com/document/development/query-users-by-phone-number',
	permission: 'qyapi_get_member_by_mobile',
	route: 'POST /topapi/v2/user/getbymobile',
	safe: true,
	fields: [
		{
			displayName: 'Mobile',
			zh: { name: '手机号', description: '员工在钉钉使用的手机号' },
			name: 'mobile',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			description: 'Mobile number that the person uses in DingTalk',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Include Dedicated Accounts',
					zh: { name: '包含企业账号', description: '是否同时查找本企业创建的企业账号' },
					name: 'support_exclusive_account_search',
					type: 'boolean',
					default: true,
					description:
						"Whether to also find dedicated accounts of this organization; their IDs come as 'exclusive_account_userid_list'",
				},
			],
		},
	],
	request: ({ mobile, additionalFields }) => ({ body: { mobile: mobileOf(mobile), ...additionalFields } }),
});
