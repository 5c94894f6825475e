import { defineProcedure } from '../../../runtime/operation';
import { FUTURE, listedPeople, refuseWithoutAgent } from '../../flows/people';
import { ROSTER, simplifyRoster } from '../../flows/roster';
import { agentId } from '../../fields/agentId';
import { wantedFields } from '../../fields/wantedFields';
import { details } from '../../fields/person';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many future employees',
	description:
		'Get who will join. One call per 50 people, one more per 100 with Roster; free of the monthly quota. The user IDs are temporary ones. DingTalk does not say whether it has a roster for them: who has none comes with the user ID alone. Needs the HR app of DingTalk.',
	zh: {
		name: '获取多个',
		action: '获取待入职员工列表',
		description:
			'查询待入职员工。每 50 人一次调用，包含花名册时每 100 人再加一次，均不计入月度调用量。返回的是临时 userId。钉钉未说明花名册接口是否支持待入职员工：没有花名册的只返回 userId。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-query-the-list-of-employees-to-be-hired',
	permission: 'qyapi_hrm_read_user',
	routes: [FUTURE, ROSTER],
	list: true,
	fields: [
		details,
		{ ...wantedFields, displayOptions: { show: { details: [true] } } },
		{ ...agentId, required: false },
	],
	plan: (query) => {
		refuseWithoutAgent(query);
		return query;
	},
	run: async (query, api) => await listedPeople(api, FUTURE, {}, query),
	simplify: simplifyRoster,
});
