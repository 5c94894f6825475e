import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { DISMISSALS, dismissalsRequest, MOST_DISMISSALS } from '../../flows/dismissals';
import { leavers } from '../../locators/formerEmployees';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get the dismissal of employees',
	description:
		"Get last day, departments and reasons of who leaves. One call per 50 people, free of the monthly quota. 'status': 1 leaving, 2 gone, 3 neither, 4 in approval. Needs the HR app of DingTalk.",
	zh: {
		name: '获取',
		action: '获取员工离职信息',
		description:
			'获取员工的最后工作日、部门和离职原因。每 50 人一次调用，不计入月度调用量。status：1 待离职，2 已离职，3 均不是，4 离职审批中。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-resignation-information-of-employees-new-version',
	permission: 'qyapi_hrm_read_user',
	route: DISMISSALS,
	fields: [leavers],
	split: { lists: { people: MOST_DISMISSALS } },
	request: ({ people }) => dismissalsRequest(people),
	output: ({ result }) => objectsIn(result),
});
