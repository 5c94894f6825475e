import { defineProcedure } from '../../../runtime/operation';
import { listedPeople, ON_JOB, refuseWithoutAgent } from '../../flows/people';
import { ROSTER, simplifyRoster } from '../../flows/roster';
import { agentId } from '../../fields/agentId';
import { wantedFields } from '../../fields/wantedFields';
import { details } from '../../fields/person';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many employees',
	description:
		'Get who works here, also with the roster. One call per 50 people, one more per 100 with Roster; free of the monthly quota. Needs the HR app of DingTalk.',
	zh: {
		name: '获取多个',
		action: '获取在职员工列表',
		description:
			'查询在职员工，可包含花名册。每 50 人一次调用，包含花名册时每 100 人再加一次，均不计入月度调用量。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-on-the-job-employees-of-the',
	permission: 'qyapi_hrm_read_user',
	routes: [ON_JOB, ROSTER],
	list: true,
	fields: [
		{
			displayName: 'Status',
			zh: { name: '员工状态', description: '处于其中任一状态的在职员工' },
			name: 'statuses',
			type: 'multiOptions',
			required: true,
			default: ['2', '3', '5', '-1'],
			options: [
				{ name: 'Leaving', value: '5', zh: '待离职' },
				{ name: 'None', value: '-1', zh: '无状态' },
				{ name: 'Probation', value: '2', zh: '试用期' },
				{ name: 'Regular', value: '3', zh: '正式' },
			],
			description: 'People in any of these states',
		},
		details,
		{ ...wantedFields, displayOptions: { show: { details: [true] } } },
		{ ...agentId, required: false },
	],
	plan: ({ statuses, ...query }) => {
		refuseWithoutAgent(query);
		return { status_list: statuses.join(','), query };
	},
	run: async ({ status_list, query }, api) => await listedPeople(api, ON_JOB, { status_list }, query),
	simplify: simplifyRoster,
});
