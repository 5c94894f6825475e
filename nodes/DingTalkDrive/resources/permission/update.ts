import { defineProcedure } from '../../../runtime/operation';
import { checkPlace, TO_UUID, uuidOf } from '../../../shared/dentry';
import { memberFields, membersOf, slices } from './members';

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
