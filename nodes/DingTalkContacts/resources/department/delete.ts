import { defineOperation } from '../../../runtime/operation';
import { department, notRoot } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a department',
	description:
		'Delete an empty department. One call, free of the monthly quota. It must have neither people nor sub-departments; the root department cannot be deleted.',
	zh: {
		name: '删除',
		action: '删除部门',
		description: '删除空部门。一次调用，不计入月度调用量。部门下不能有成员或子部门；根部门不能删除',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-deletion-department',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/v2/department/delete',
	fields: [department],
	request: ({ department: id }) => ({ body: { dept_id: notRoot(id) } }),
	output: (_, { department: id }) => ({ deleted: true, dept_id: Number(id) }),
});
