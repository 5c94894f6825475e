import { defineOperation, type Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { wireNumber } from '../../../shared/wireNumber';
import { language } from '../user/fields';
import { department, DETAILS } from './fields';

export const simplifyDepartment = (entry: Json): Json =>
	pick(entry, [
		'dept_id',
		'name',
		'parent_id',
		'depth',
		'path',
		'dept_manager_userid_list',
		'dept_group_chat_id',
		'org_dept_owner',
		'source_identifier',
		'code',
		'order',
		'member_count',
		'owning_member_count',
	]);

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a department',
	description:
		"Get a department's managers, group and counts. One call, free of the monthly quota. 'member_count' includes sub-departments; 'dept_group_chat_id' is a chatid, not an openConversationId.",
	zh: {
		name: '获取',
		action: '获取部门详情',
		description:
			'获取部门的主管、部门群和人数。一次调用，不计入月度调用量。member_count 包含下级部门；dept_group_chat_id 是 chatid，不是 openConversationId',
	},
	docs: 'https://open.dingtalk.com/document/development/query-department-details0-v2',
	permission: 'qyapi_get_department_list',
	route: DETAILS,
	safe: true,
	fields: [
		department,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	request: ({ department: id, additionalFields }) => ({
		body: { dept_id: wireNumber('Department', id), ...additionalFields },
	}),
	simplify: simplifyDepartment,
});
