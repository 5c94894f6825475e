import { defineProcedure } from '../../../runtime/operation';
import { checkPlace, TO_UUID, uuidOf } from '../../../shared/dentry';
import { memberFields, membersOf, slices } from './members';

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
	fields: [
		...memberFields,
		{
			displayName: 'Duration (Seconds)',
			zh: { name: '有效期（秒）', description: '仅应用空间支持' },
			name: 'duration',
			type: 'number',
			under: 'options',
			default: 3600,
			typeOptions: { minValue: 1, maxValue: 3600, numberPrecision: 0 },
			description: 'Only in spaces of an app',
		},
	],
	plan: (values) => {
		checkPlace(values);
		return { ...values, members: membersOf(values) };
	},
	run: async ({ members, role: roleId, duration, ...values }, api) => {
		const dentryUuid = await uuidOf(api, values);
		for (const part of slices(members))
			await api.call(
				ROUTE,
				{
					path: { dentryUuid },
					query: { unionId: values.operator },
					body: { roleId, members: part, option: duration === undefined ? undefined : { duration } },
				},
				{ safe: true },
			);
		return { success: true, dentryUuid, members: members.length };
	},
});
