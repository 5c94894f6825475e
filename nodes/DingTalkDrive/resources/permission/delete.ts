import { defineProcedure } from '../../../runtime/operation';
import { TO_UUID } from '../../../shared/dentry';
import { memberFields, planOf, sendMembers } from './members';

const ROUTE = 'POST /v2.0/storage/spaces/dentries/{dentryUuid}/permissions/remove';

export const remove = defineProcedure({
	name: 'Remove',
	value: 'delete',
	action: 'Remove people from a file',
	description:
		'Take a role on a file away. It must be the one that they have. One call per 30 members; one more where the file is given by its ID.',
	zh: {
		name: '删除权限',
		action: '删除文件权限',
		description: '移除人员在文件上的角色；须为其现有角色。每 30 个成员一次调用；用文件 ID 指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-permissions-file',
	permission: 'Storage.Permission.Write',
	routes: [ROUTE, TO_UUID],
	fields: memberFields,
	plan: planOf,
	run: async (plan, api) => await sendMembers(api, ROUTE, plan),
});
