import { defineProcedure } from '../../../runtime/operation';
import { TO_UUID } from '../../../shared/dentry';
import { duration, memberFields, planOf, sendMembers } from './members';

const ROUTE = 'PUT /v2.0/storage/spaces/dentries/{dentryUuid}/permissions';

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Change the role of people on a file',
	description:
		'Change the role that people have on a file. One call per 30 members; one more where the file is given by its ID.',
	zh: {
		name: '修改权限',
		action: '修改文件权限',
		description: '修改人员在文件上的角色。每 30 个成员一次调用；用文件 ID 指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/modify-permissions-file',
	permission: 'Storage.Permission.Write',
	routes: [ROUTE, TO_UUID],
	fields: [...memberFields, duration],
	plan: planOf,
	run: async (plan, api) => await sendMembers(api, ROUTE, plan),
});
