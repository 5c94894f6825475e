import { defineOperation } from '../../../runtime/operation';

export const getByMobile = defineOperation({
	name: 'Get by Mobile',
	value: 'getByMobile',
	action: 'Get a user ID by mobile number',
	description: 'Find the user ID that belongs to a mobile number. Free of the monthly quota.',
	docs: 'https://open.dingtalk.com/document/development/query-users-by-phone-number',
	permission: 'qyapi_get_member_by_mobile',
	route: 'POST /topapi/v2/user/getbymobile',
	safe: true,
	fields: [
		{
			displayName: 'Mobile',
			name: 'mobile',
			type: 'string',
			required: true,
			default: '',
			placeholder: 'e.g. 13800000000',
			description: 'Mobile number that the person uses in DingTalk',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Include Dedicated Accounts',
					name: 'support_exclusive_account_search',
					type: 'boolean',
					default: true,
					description:
						"Whether to also find dedicated accounts of this organization; their IDs come as 'exclusive_account_userid_list'",
				},
			],
		},
	],
	request: ({ mobile, additionalFields }) => ({ body: { mobile, ...additionalFields } }),
});
