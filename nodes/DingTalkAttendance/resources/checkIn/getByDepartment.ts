import { defineOperation } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { fromTime, toTime } from '../../fields/people';

export const getByDepartment = defineOperation({
	name: 'Get by Department',
	value: 'getByDepartment',
	action: 'Get check-ins of a department',
	description:
		'Get where the people of a department checked in. One call per 100 check-ins and 45 days. It fails where the department with those below it has over 1,000 people: ask for the smaller ones then.',
	zh: {
		name: '获取部门签到',
		action: '获取部门签到记录',
		description: '查询部门人员的签到记录。每 100 条、45 天一次调用。部门及子部门超过 1000 人时会报错，请按下级部门查询',
	},
	docs: 'https://open.dingtalk.com/document/development/get-check-in-data',
	permission: 'qyapi_checkin_read',
	route: 'GET /checkin/record',
	fields: [
		{
			displayName: 'Department',
			zh: { name: '部门', description: '根部门 ID 为 1' },
			name: 'department',
			type: 'resourceLocator',
			digits: true,
			required: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description: "The root department's ID is 1",
		},
		fromTime,
		toTime,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Order',
					zh: { name: '排序', description: '每 45 天内的顺序' },
					name: 'order',
					type: 'options',
					default: 'asc',
					options: [
						{ name: 'Newest First', value: 'desc', zh: '时间倒序' },
						{ name: 'Oldest First', value: 'asc', zh: '时间正序' },
					],
					description: 'Order within each 45 days',
				},
			],
		},
	],
	// At most 45 days. https://open.dingtalk.com/document/development/get-check-in-data
	split: { span: { from: 'from', to: 'to', days: 45, unit: 'millisecond' } },
	request: ({ department, from, to, additionalFields: { order } }) => ({
		query: { department_id: department, start_time: from, end_time: to, order },
	}),
	paging: {
		style: 'offset',
		cursor: 'offset',
		first: 0,
		size: { at: 'size', max: 100 },
		entries: 'data',
	},
});
