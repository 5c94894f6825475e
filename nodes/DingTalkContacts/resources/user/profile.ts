import { defineFields } from '../../../runtime/field';
import type { Values } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';

const rowDepartment = {
	displayName: 'Department',
	zh: '部门',
	name: 'dept_id',
	type: 'resourceLocator',
	digits: true,
	required: true,
	default: { mode: 'list', value: '' },
	modes: departmentModes,
} as const;

/** What Create and Update both take of a person. Limits: https://open.dingtalk.com/document/development/user-information-creation */
export const profile = defineFields([
	{
		displayName: 'Email',
		zh: { name: '邮箱', description: '员工个人邮箱，企业内不能重复' },
		name: 'email',
		type: 'string',
		placeholder: 'e.g. lina@example.com',
		default: '',
		id: true,
		maxLength: 50,
		description: 'Personal email address, unique within the organization',
	},
	{
		displayName: 'Job Number',
		zh: '工号',
		name: 'job_number',
		type: 'string',
		default: '',
		id: true,
		maxLength: 50,
	},
	{
		displayName: 'Manager',
		zh: { name: '直属主管', description: '员工的直属主管' },
		name: 'manager_userid',
		type: 'resourceLocator',
		person: 'userId',
		default: { mode: 'list', value: '' },
		modes: personModes,
		description: 'The direct manager',
	},
	{ displayName: 'Hired', zh: '入职时间', name: 'hired_date', type: 'dateTime', default: '' },
	{
		displayName: 'Extension',
		zh: { name: '分机号', description: '企业内不能重复' },
		name: 'telephone',
		type: 'string',
		default: '',
		maxLength: 50,
		description: 'Unique within the organization',
	},
	{
		displayName: 'Workplace',
		zh: '办公地点',
		name: 'work_place',
		type: 'string',
		default: '',
		maxLength: 100,
	},
	{ displayName: 'Remark', zh: '备注', name: 'remark', type: 'string', default: '', maxLength: 2000 },
	{
		displayName: 'Organization Email',
		zh: { name: '企业邮箱', description: '仅在已开通企业邮箱时生效' },
		name: 'org_email',
		type: 'string',
		default: '',
		id: true,
		maxLength: 100,
		description: 'Takes effect only where DingTalk mail is active',
	},
	{
		displayName: 'Hide Mobile',
		zh: { name: '隐藏手机号', description: '是否在个人资料页隐藏手机号' },
		name: 'hide_mobile',
		type: 'boolean',
		default: false,
		description: "Whether to hide the mobile number on the person's page",
	},
	{
		displayName: 'Executive Mode',
		zh: { name: '高管模式', description: '是否开启：手机号对所有员工隐藏，普通员工无法对其发 DING 或拨打电话' },
		name: 'senior_mode',
		type: 'boolean',
		default: false,
		description: 'Whether to hide the mobile number from everyone and keep DINGs and calls of others away',
	},
	{
		displayName: 'Order by Department',
		zh: { name: '部门内排序', placeholder: '添加部门', description: '数值越大越靠前' },
		name: 'dept_order_list',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Department',
		default: {},
		options: [
			{
				displayName: 'Order',
				zh: '排序',
				name: 'row',
				values: [
					rowDepartment,
					{
						displayName: 'Order',
						zh: '排序值',
						name: 'order',
						type: 'string',
						digits: true,
						required: true,
						default: '',
					},
				],
			},
		],
		description: 'The higher the number, the nearer the top of the department',
	},
	{
		displayName: 'Positions by Department',
		zh: { name: '部门内任职信息', placeholder: '添加部门' },
		name: 'dept_position_list',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Department',
		default: {},
		options: [
			{
				displayName: 'Position',
				zh: '任职信息',
				name: 'row',
				values: [
					rowDepartment,
					{ displayName: 'Title', zh: '职位', name: 'title', type: 'string', default: '' },
					{ displayName: 'Workplace', zh: '办公地点', name: 'work_place', type: 'string', default: '' },
					{
						displayName: 'Main Department',
						zh: { name: '主部门', description: '是否为员工的主部门' },
						name: 'is_main',
						type: 'boolean',
						default: false,
						description: "Whether this is the person's main department",
					},
				],
			},
		],
	},
	{
		displayName: 'Custom Fields',
		zh: { name: '自定义字段', placeholder: '添加字段', description: '须先在管理后台的成员字段管理中添加' },
		name: 'extension',
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Field',
		default: {},
		options: [
			{
				displayName: 'Field',
				zh: '字段',
				name: 'row',
				values: [
					{
						displayName: 'Name',
						zh: '字段名',
						name: 'name',
						type: 'string',
						required: true,
						default: '',
					},
					{ displayName: 'Value', zh: '字段值', name: 'value', type: 'string', default: '' },
				],
			},
		],
		description: 'They must exist in the admin console first',
	},
	{
		displayName: 'Custom Fields by Language',
		zh: { name: '自定义字段多语言', description: '自定义字段的国际化值，JSON' },
		name: 'extension_i18n',
		type: 'json',
		default: '',
		description: 'International values of the custom fields, as JSON',
	},
]);

export const personName = {
	displayName: 'Name',
	zh: '姓名',
	name: 'name',
	type: 'string',
	default: '',
	maxLength: 80,
} as const;

/** What the form says of a person → members of the body; custom fields stay an object. */
export function profileBody({
	dept_order_list: orders,
	dept_position_list: positions,
	extension,
	...plain
}: Partial<Values<typeof profile>>) {
	return {
		...plain,
		dept_order_list: orders?.row?.map(({ dept_id, order }) => ({
			dept_id: wireNumber('Department', dept_id),
			order: wireNumber('Order', order),
		})),
		dept_position_list: positions?.row?.map(({ dept_id, ...position }) => ({
			dept_id: wireNumber('Department', dept_id),
			...position,
		})),
		extension: extension?.row && Object.fromEntries(extension.row.map(({ name, value = '' }) => [name, value])),
	};
}
