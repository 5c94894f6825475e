import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { departmentModes, departmentsText } from '../../../shared/department';

const LIST = 'POST /topapi/inactive/user/v2/get';

/** https://open.dingtalk.com/document/development/queries-the-inactive-users-or-active-users-under-an-enterprise */
const paging: Paging = {
	style: 'cursor',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.list',
	next: 'result.next_cursor',
	more: 'result.has_more',
};

export const getInactive = defineProcedure({
	name: 'Get Inactive',
	value: 'getInactive',
	action: 'Get users who did or did not sign in',
	description:
		'Get who did not sign in to DingTalk on a day, or who did. One call per 100 people, free of the monthly quota. Needs a permission of its own.',
	zh: {
		name: '获取未登录用户',
		action: '获取未登录或已登录钉钉的员工',
		description: '查询某日未登录（或已登录）的员工。每 100 人一次调用，不计入月度调用量。需要单独的权限',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-inactive-users-or-active-users-under-an-enterprise',
	permission: 'qyapi_liveness_base',
	routes: [LIST],
	list: true,
	fields: [
		{
			displayName: 'Date',
			zh: { name: '日期', description: '查询哪一天的登录情况' },
			name: 'day',
			type: 'dateTime',
			day: true,
			required: true,
			default: '={{ $now.minus({ days: 1 }).toISO() }}',
			description: 'The day that is asked about',
		},
		{
			displayName: 'Signed In',
			zh: { name: '已登录', description: '是否查询已登录的员工，而不是未登录的' },
			name: 'signedIn',
			type: 'boolean',
			default: false,
			description: 'Whether to get who signed in, rather than who did not',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Departments',
					zh: { name: '部门', description: '只查询这些部门的员工' },
					name: 'departments',
					type: 'resourceLocator',
					many: true,
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'Only people of these departments',
				},
			],
		},
	],
	run: async ({ day, signedIn: is_active, filters: { departments }, limit }, api) => {
		const query_date = day.replaceAll('-', '');
		const body = { query_date, is_active, dept_ids: departmentsText(departments) };
		const people = await api.list(LIST, { body }, paging, limit);
		return people.map(({ value: userid }) => ({ userid, query_date, is_active }));
	},
});
