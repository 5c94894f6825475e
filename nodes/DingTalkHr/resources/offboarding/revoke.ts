import { defineOperation } from '../../../runtime/operation';
import { person } from '../../fields/person';

export const revoke = defineOperation({
	name: 'Revoke',
	value: 'revoke',
	action: 'Take an employee off the leaving list',
	description: 'Take a person off the leaving list again. One call, before Confirm only. Needs the HR app of DingTalk.',
	zh: {
		name: '撤销',
		action: '撤销待离职',
		description: '将员工移出待离职列表。一次调用，须在“确认离职”之前。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/api-revoketermination',
	permission: 'Hrm.Process.ReadWrite',
	route: 'POST /v1.0/hrm/pendingDismission/revoke',
	fields: [person],
	request: ({ person: userId }) => ({ body: { userId } }),
	output: ({ result }, { person: userId }) => ({ userId, result }),
});
