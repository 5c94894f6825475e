import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { fromHundredths } from '../../flows/hundredths';

export const getTypes = defineOperation({
	name: 'Get Types',
	value: 'getTypes',
	action: 'Get leave types',
	description:
		'Get the kinds of leave, with unit and rules. One call. The operator must manage the OA approval app. Only types with source external can be filled.',
	zh: {
		name: '获取假期类型',
		action: '获取假期类型',
		description:
			'查询假期类型及其单位和规则。一次调用。操作人须有 OA 审批应用的管理权限；仅 source 为 external 的类型可更新余额',
	},
	docs: 'https://open.dingtalk.com/document/development/holiday-type-query',
	permission: 'qyapi_holiday_readonly',
	route: 'POST /topapi/attendance/vacation/type/list',
	safe: true,
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Source',
					zh: '来源',
					name: 'source',
					type: 'options',
					default: 'all',
					options: [
						{ name: 'All', value: 'all', zh: '全部' },
						{ name: 'Made by API', value: 'api', zh: '通过接口创建' },
					],
				},
			],
		},
		operatorUserId,
	],
	request: ({ filters: { source }, operator }) => ({
		body: { op_userid: operator, vacation_source: source === 'api' ? '' : 'all' },
	}),
	paging: { style: 'whole', entries: 'result' },
	simplify: (type) => ({
		...pick(type, [
			'leave_code',
			'leave_name',
			'leave_view_unit',
			'biz_type',
			'source',
			'paid_leave',
			'natural_day_leave',
		]),
		hours_in_per_day: fromHundredths(type.hours_in_per_day),
	}),
});
