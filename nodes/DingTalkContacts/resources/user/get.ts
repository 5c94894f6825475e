import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { language, simplifyUser } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a user',
	description: "Get a person's details. By union ID or mobile it takes one more call. Free of the monthly quota.",
	docs: 'https://open.dingtalk.com/document/development/query-user-details',
	permission: 'qyapi_get_member',
	route: 'POST /topapi/v2/user/get',
	safe: true,
	fields: [
		{
			displayName: 'Person',
			name: 'person',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Whose details to get',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	request: ({ person, additionalFields }) => ({ body: { userid: person, ...additionalFields } }),
	simplify: simplifyUser,
});
