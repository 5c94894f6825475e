import { defineOperation } from '../../../runtime/operation';
import { onePerson } from '../../fields/people';

export const cancelApproval = defineOperation({
	name: 'Cancel Approval',
	value: 'cancelApproval',
	action: 'Take back a recorded leave, trip or overtime',
	description:
		'Take back what Create Approval recorded. One call. It wants the Approval ID given there, not an OA instance.',
	zh: {
		name: '撤销假勤审批',
		action: '撤销已写入的请假、出差或加班',
		description: '撤销“写入假勤审批”写入的内容。一次调用，需填写当时自定义的审批 ID，而不是 OA 审批实例 ID',
	},
	docs: 'https://open.dingtalk.com/document/development/notify-the-attendance-to-modify-the-punch-result-when-the',
	permission: 'qyapi_attendance_group_manage',
	route: 'POST /topapi/attendance/approve/cancel',
	fields: [
		onePerson,
		{
			displayName: 'Approval ID',
			zh: { name: '审批 ID', description: '“写入假勤审批”时自定义的 ID' },
			name: 'approveId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			maxLength: 100,
			description: 'The ID that Create Approval was given',
		},
	],
	request: ({ person: userid, approveId: approve_id }) => ({ body: { userid, approve_id } }),
	output: (_, { person: userid, approveId: approve_id }) => ({ userid, approve_id, canceled: true }),
});
