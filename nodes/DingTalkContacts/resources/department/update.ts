import { InputError, defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { department, departmentName, notRoot, settings, settingsBody } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a department',
	description:
		'Rename, move or set up a department. One call, free of the monthly quota. Managers and the group owner must be its members. The root department cannot be changed.',
	zh: {
		name: '更新',
		action: '更新部门',
		description: '重命名、移动或设置部门。一次调用，不计入月度调用量。主管和群主须为该部门成员；根部门不能修改',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-update-department',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/v2/department/update',
	safe: true,
	fields: [
		department,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				departmentName,
				...settings,
				{
					displayName: 'Add New People to Group',
					zh: { name: '新成员自动加入部门群', description: '新加入部门的员工是否自动进群' },
					name: 'auto_add_user',
					type: 'boolean',
					default: true,
					description: 'Whether who joins the department also joins its group',
				},
				{
					displayName: 'Department Code',
					zh: '部门编码',
					name: 'code',
					type: 'string',
					id: true,
					default: '',
					maxLength: 30,
				},
				{
					displayName: 'Group Owner',
					zh: { name: '部门群群主', description: '须为该部门成员' },
					name: 'org_dept_owner',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Owner of the department group; a member of the department',
				},
				{
					displayName: 'Group with Hidden Departments',
					zh: { name: '部门群包含隐藏部门', description: '部门群是否包含隐藏的下级部门成员' },
					name: 'group_contain_hidden_dept',
					type: 'boolean',
					default: true,
					description: 'Whether the group holds people of hidden departments below',
				},
				{
					displayName: 'Group with Restricted Departments',
					zh: { name: '部门群包含外包部门', description: '部门群是否包含受限的下级部门成员' },
					name: 'group_contain_outer_dept',
					type: 'boolean',
					default: true,
					description: 'Whether the group holds people of restricted departments below',
				},
				{
					displayName: 'Group with Sub-Departments',
					zh: { name: '部门群包含子部门', description: '部门群是否包含下级部门成员' },
					name: 'group_contain_sub_dept',
					type: 'boolean',
					default: true,
					description: 'Whether the group holds people of the departments below',
				},
				{
					displayName: 'Language',
					zh: { name: '语言', description: '填写的信息属于哪种通讯录语言' },
					name: 'language',
					type: 'options',
					default: 'zh_CN',
					options: [
						{ name: 'Chinese', value: 'zh_CN', zh: '中文' },
						{ name: 'English', value: 'en_US', zh: '英文' },
					],
					description: 'Language of the address book that the given details are in',
				},
				{
					displayName: 'Managers',
					zh: { name: '部门主管', description: '须为该部门成员；替换现有主管' },
					name: 'managers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'They must be members of the department, and replace those it has',
				},
				{
					displayName: 'Parent Department',
					zh: { name: '父部门', description: '移动到哪个部门之下' },
					name: 'parent',
					type: 'resourceLocator',
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'Where to move it',
				},
				{
					displayName: 'Remove Managers',
					zh: { name: '清空部门主管', description: '是否清空部门主管' },
					name: 'removeManagers',
					type: 'boolean',
					default: true,
					description: 'Whether to leave the department without managers',
				},
			],
		},
	],
	request: ({ department: id, updateFields: { parent, managers, removeManagers, language, ...more } }) => {
		if (removeManagers && managers !== undefined)
			throw new InputError('Remove Managers', 'cannot go with new managers', '不能与新的部门主管同时填写');
		const sent = {
			...settingsBody(more),
			parent_id: parent === undefined ? undefined : wireNumber('Parent Department', parent),
			dept_manager_userid_list: managers?.join(','),
			force_update_fields: removeManagers ? 'dept_manager_userid_list' : undefined,
		};
		refuseNoChange(sent);
		return { body: { dept_id: notRoot(id), ...sent, language } };
	},
	output: (_, { department: id }) => ({ dept_id: Number(id) }),
});
