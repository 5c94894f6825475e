import { defineOperation } from '../../../runtime/operation';
import { person } from './fields';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many work records',
	description:
		"Legacy: get a person's work records. One call per 50. DingTalk has archived this API; new workflows use To-Do → Get Many.",
	docs: 'https://open.dingtalk.com/document/development/get-the-user-s-to-do-items',
	route: 'POST /topapi/workrecord/getbyuserid',
	fields: [
		person,
		{
			displayName: 'Status',
			name: 'status',
			type: 'options',
			default: 0,
			options: [
				{ name: 'Done', value: 1 },
				{ name: 'Open', value: 0 },
			],
		},
	],
	request: ({ person: userid, status }) => ({ body: { userid, status } }),
	paging: {
		style: 'offset',
		cursor: 'offset',
		size: { at: 'limit', max: 50 },
		entries: 'records.list',
		more: 'records.has_more',
	},
});
