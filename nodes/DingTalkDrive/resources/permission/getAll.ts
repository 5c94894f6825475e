import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, TO_UUID, uuidOf } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';
import { roles } from './members';

const LIST = 'POST /v2.0/storage/spaces/dentries/{dentryUuid}/permissions/query';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the permissions of a file',
	description: 'Get who has which role on a file. One call per 30; one more where the file is given by its ID.',
	zh: {
		name: '获取多个',
		action: '获取文件权限列表',
		description: '获取文件的权限列表。每 30 条一次调用；用文件 ID 指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/get-permission-list',
	permission: 'Storage.Permission.Read',
	routes: [LIST, TO_UUID],
	list: true,
	fields: [
		space,
		file,
		{
			displayName: 'Only These Roles',
			zh: '仅这些角色',
			name: 'filterRoleIds',
			type: 'multiOptions',
			default: [],
			options: roles,
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ filterRoleIds, limit, ...values }, api) => {
		const dentryUuid = await uuidOf(api, values);
		const body = { option: { filterRoleIds: filterRoleIds.length > 0 ? filterRoleIds : undefined } };
		const paging = {
			style: 'token',
			cursor: 'option.nextToken',
			size: { at: 'option.maxResults', max: 30 },
			entries: 'permissions',
			next: 'nextToken',
		} as const;
		return await api.list(LIST, { path: { dentryUuid }, query: { unionId: values.operator }, body }, paging, limit);
	},
});
