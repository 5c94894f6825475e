import { jsonText } from '../../../protocol/request';
import { InputError, defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { departmentModes, departmentsText } from '../../../shared/department';
import { person } from './fields';
import { personName, profile, profileBody } from './profile';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a user',
	description:
		'Change the details of a person. One call, free of the monthly quota. Departments are replaced, not added. The mobile number cannot be changed.',
	zh: {
		name: '更新',
		action: '更新用户信息',
		description: '修改员工信息。一次调用，不计入月度调用量。部门为整体替换而非追加；手机号不能修改',
	},
	docs: 'https://open.dingtalk.com/document/development/user-information-update',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/v2/user/update',
	safe: true,
	fields: [
		{ ...person, description: 'Whose details to change', zh: { name: '员工', description: '要修改的员工' } },
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				personName,
				...profile,
				{
					displayName: 'Custom Fields Mode',
					zh: { name: '自定义字段更新方式', description: '覆盖时未填写的自定义字段会被清空' },
					name: 'customFieldsMode',
					type: 'options',
					default: 1,
					options: [
						{ name: 'Keep the Others', value: 1, zh: '追加，保留其他字段' },
						{ name: 'Replace All', value: 0, zh: '覆盖全部' },
					],
					description: 'What becomes of custom fields that are not given here. Replace All empties them.',
				},
				{
					displayName: 'Departments',
					zh: { name: '部门', description: '替换员工现有的全部部门' },
					name: 'departments',
					type: 'resourceLocator',
					many: true,
					digits: true,
					default: { mode: 'list', value: '' },
					modes: departmentModes,
					description: 'They replace all departments of the person',
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
					displayName: 'Remove Manager',
					zh: { name: '清空直属主管', description: '是否清空员工的直属主管' },
					name: 'removeManager',
					type: 'boolean',
					default: true,
					description: 'Whether to leave the person without a direct manager',
				},
				{ displayName: 'Title', zh: '职位', name: 'title', type: 'string', default: '', maxLength: 200 },
			],
		},
	],
	request: ({
		person: userid,
		updateFields: { departments, removeManager, customFieldsMode = 1, language, ...about },
	}) => {
		const { extension, ...changes } = profileBody(about);
		if (removeManager && changes.manager_userid !== undefined)
			throw new InputError('Remove Manager', 'cannot go with a new manager', '不能与新的直属主管同时填写');
		const sent = {
			...changes,
			dept_id_list: departmentsText(departments),
			force_update_fields: removeManager ? 'manager_userid' : undefined,
			extension: extension && jsonText(extension),
		};
		refuseNoChange(sent);
		return {
			body: { userid, ...sent, ext_attrs_update_mode: extension ? customFieldsMode : undefined, language },
		};
	},
	output: (_, { person: userid }) => ({ userid }),
});
