import { defineOperation } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { role } from '../../locators/roles';

export const getMembers = defineOperation({
	name: 'Get Members',
	value: 'getMembers',
	action: 'Get the people of a role',
	description:
		"Get who has a role. One call per 100 people, free of the monthly quota. 'manageScopes' are the departments that somebody has the role for.",
	zh: {
		name: '获取成员',
		action: '获取角色下的员工',
		description: '获取拥有某角色的员工。每 100 人一次调用，不计入月度调用量。manageScopes 为该角色的管理范围',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-list-of-employees-of-a-role',
	permission: 'qyapi_get_department_member',
	route: 'POST /topapi/role/simplelist',
	safe: true,
	fields: [role],
	request: ({ role: id }) => ({ body: { role_id: wireNumber('Role', id) } }),
	paging: {
		style: 'offset',
		cursor: 'offset',
		size: { at: 'size', max: 100 },
		entries: 'result.list',
		more: 'result.hasMore',
	},
});
