import { defineOperation } from '../../../runtime/operation';
import { person } from './fields';

export const complete = defineOperation({
	name: 'Complete',
	value: 'complete',
	action: 'Complete a work record',
	description:
		'Legacy: mark a work record as done. DingTalk has archived this API; new workflows use To-Do → Update Status.',
	docs: 'https://open.dingtalk.com/document/development/update-to-do-status',
	route: 'POST /topapi/workrecord/update',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Record ID',
			name: 'recordId',
			type: 'string',
			required: true,
			default: '',
			description: 'As Create and Get Many return it (record_id), or the business ID that Create was given',
		},
	],
	request: ({ person: userid, recordId }) => ({ body: { userid, record_id: recordId } }),
	output: (_, { recordId }) => ({ recordId, success: true }),
});
