import { defineOperation } from '../../../runtime/operation';
import { person } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a user',
	description:
		'Take a person out of the organization at once. One call, free of the monthly quota. With DingTalk HRM use HR → Offboarding → Confirm: it keeps the record and hands over documents, approvals and reports.',
	zh: {
		name: '删除',
		action: '删除用户',
		description:
			'立即将员工移出企业。一次调用，不计入月度调用量。使用智能人事的企业请改用“智能人事 → 离职 → 确认离职”：会保留档案并交接文档、审批和下属',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-a-user',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/v2/user/delete',
	fields: [
		{ ...person, description: 'Who leaves the organization', zh: { name: '员工', description: '要删除的员工' } },
	],
	request: ({ person: userid }) => ({ body: { userid } }),
	output: (_, { person: userid }) => ({ deleted: true, userid }),
});
