import { defineProcedure } from '../../../runtime/operation';
import { checkPlace, TO_UUID, uuidOf } from '../../../shared/dentry';
import { operator } from '../../../shared/operator';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

const SET = 'PUT /v2.0/storage/spaces/dentries/{dentryUuid}/permissions/inheritances';

export const setInheritance = defineProcedure({
	name: 'Set Inheritance',
	value: 'setInheritance',
	action: 'Set whether a file inherits permissions',
	description:
		'Let a file or folder inherit permissions, or not. One call; one more where the file is given by its ID. Owners and managers of the folders above keep their access in any case. The top of a space inherits nothing.',
	zh: {
		name: '设置权限继承',
		action: '设置权限继承模式',
		description:
			'设置文件或文件夹是否继承上级权限。一次调用；用文件 ID 指定时多一次调用。上级的所有者与管理者权限不会被打断；根目录不支持权限继承',
	},
	docs: 'https://open.dingtalk.com/document/development/set-permission-inheritance-mode',
	permission: 'Storage.Permission.Write',
	routes: [SET, TO_UUID],
	fields: [
		space,
		file,
		{
			displayName: 'Inheritance',
			zh: '权限继承',
			name: 'inheritance',
			type: 'options',
			default: 'PASS_ON',
			options: [
				{
					name: 'Inherit',
					value: 'PASS_ON',
					description: 'From all folders above; the higher role counts',
					zh: '继承：继承所有上级的权限，同一成员取最大权限',
				},
				{
					name: 'Stop Here',
					value: 'BREAK',
					description: 'Only what is set on it counts',
					zh: '打断：仅以自身设置的权限为准',
				},
			],
		},
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ inheritance, ...values }, api) => {
		const dentryUuid = await uuidOf(api, values);
		const parts = { path: { dentryUuid }, query: { unionId: values.operator }, body: { inheritance } };
		return { ...(await api.call(SET, parts, { safe: true })), dentryUuid, inheritance };
	},
});
