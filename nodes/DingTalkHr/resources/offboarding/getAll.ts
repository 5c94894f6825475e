import type { Paging } from '../../../protocol/paging';
import { each } from '../../../runtime/each';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { DISMISSALS, dismissalsRequest, MOST_DISMISSALS } from '../../flows/dismissals';

const LIST = 'GET /v1.0/hrm/employees/dismissions';

/** At most 50 a page; `hasMore` decides, not the token. https://open.dingtalk.com/document/development/obtain-the-list-of-employees-who-have-left */
const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	first: 0,
	size: { at: 'maxResults', max: 50 },
	entries: 'userIdList',
	next: 'nextToken',
	more: 'hasMore',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many former employees',
	description:
		'Get who has left, also with last day and reasons. One call per 50 people, one more per 50 with Details; free of the monthly quota. There are no names without Details: Get Departures has them. Needs the HR app of DingTalk.',
	zh: {
		name: '获取多个',
		action: '获取离职员工列表',
		description:
			'查询已离职员工，可包含最后工作日与原因。每 50 人一次调用，获取详情时每 50 人再加一次，均不计入月度调用量。不含详情时没有姓名，可用“获取离开组织记录”。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-list-of-employees-who-have-left',
	permission: 'qyapi_hrm_read_user',
	routes: [LIST, DISMISSALS],
	list: true,
	fields: [
		{
			displayName: 'Details',
			zh: { name: '获取详情', description: '是否获取最后工作日、部门和离职原因；每 50 人多一次调用' },
			name: 'details',
			type: 'boolean',
			default: false,
			description: 'Whether to get last work day, departments and reasons too. One more call per 50 people.',
		},
	],
	run: async ({ details, limit }, api) => {
		const ids = (await api.list(LIST, { query: {} }, paging, limit)).map(({ value }) => String(value));
		if (!details) return ids.map((userId) => ({ userId }));
		const parts = Array.from({ length: Math.ceil(ids.length / MOST_DISMISSALS) }, (_, index) =>
			ids.slice(index * MOST_DISMISSALS, (index + 1) * MOST_DISMISSALS),
		);
		const read = async (part: string[]) => objectsIn((await api.call(DISMISSALS, dismissalsRequest(part))).result);
		const known = new Map((await each(parts, read)).flat().map((entry) => [String(entry.userId), entry]));
		return ids.map((userId) => known.get(userId) ?? { userId });
	},
});
