import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { wireNumber } from '../../../shared/wireNumber';
import { departmentName, settings, settingsBody } from './fields';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a department',
	description:
		'Add a department below another one. One call, free of the monthly quota. Running it twice fails: siblings have different names.',
	zh: {
		name: '创建',
		action: '创建部门',
		description: '在某个部门下新建部门。一次调用，不计入月度调用量。重复运行会报错：同级部门不能重名',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-creation-department-established-department',
	permission: 'qyapi_manage_addresslist',
	route: 'POST /topapi/v2/department/create',
	fields: [
		{ ...departmentName, required: true },
		{
			displayName: 'Parent Department',
			zh: { name: '父部门', description: '根部门 ID 为 1' },
			name: 'parent',
			type: 'resourceLocator',
			digits: true,
			required: true,
			default: { mode: 'id', value: '1' },
			modes: departmentModes,
			description: 'The root department has the ID 1',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...settings],
		},
	],
	request: ({ name, parent, additionalFields }) => ({
		body: { name, parent_id: wireNumber('Parent Department', parent), ...settingsBody(additionalFields) },
	}),
	// DingTalk writes it as text or as a number.
	output: ({ result }) => ({ dept_id: Number(isObject(result) ? result.dept_id : undefined) }),
});
