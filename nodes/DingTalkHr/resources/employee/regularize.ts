import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { person } from '../../fields/person';

export const regularize = defineOperation({
	name: 'Regularize',
	value: 'regularize',
	action: 'Make an employee regular',
	description:
		'End the probation of a person. One call. Fails while an approval of it is running, and when it is done twice. Needs the HR app of DingTalk.',
	zh: {
		name: '转正',
		action: '员工转正',
		description: '为试用期员工办理转正。一次调用。转正审批进行中或重复办理会报错。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-staff-to-become-regular',
	permission: 'Hrm.Process.ReadWrite',
	route: 'POST /v1.0/hrm/processes/regulars/become',
	fields: [
		person,
		{
			displayName: 'From',
			zh: { name: '转正日期', description: '从何时起转正' },
			name: 'regularDate',
			type: 'dateTime',
			required: true,
			default: '',
			description: 'When the person becomes regular',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ displayName: 'Remark', zh: '备注', name: 'remark', type: 'string', default: '' }],
		},
		operatorUserId,
	],
	request: ({ person: userId, regularDate, operator: operationId, additionalFields }) => ({
		body: { userId, regularDate, operationId, ...additionalFields },
	}),
	output: ({ result }, { person: userId }) => ({ userId, result }),
});
