import { defineProcedure } from '../../../runtime/operation';
import { TO_UUID } from '../../../shared/dentry';
import { duration, memberFields, planOf, sendMembers } from './members';

const ROUTE = 'POST /v2.0/storage/spaces/dentries/{dentryUuid}/permissions';

export const create = defineProcedure({
	name: 'Share',
	value: 'create',
	action: 'Share a file, document, folder or knowledge base',
	description:
		'Give people, departments or groups a role on a file. One call per 30 members; one more where the file is given by its ID.',
	zh: {
		name: '添加权限',
		action: '添加文件权限',
		description: '为人员、部门或群添加文件权限。每 30 个成员一次调用；用文件 ID 指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/add-permissions-file',
	permission: 'Storage.Permission.Write',
	routes: [ROUTE, TO_UUID],
	fields: [...memberFields, duration],
	plan: planOf,
	run: async (plan, api) => await sendMembers(api, ROUTE, plan),
});
