import { InputError, defineOperation } from '../../../runtime/operation';

export const pushIndicator = defineOperation({
	name: 'Push Indicator Data',
	value: 'pushIndicator',
	action: 'Push values of an indicator',
	description: 'Write values of an indicator, by period. One call. A value of the same period is replaced.',
	zh: {
		name: '推送指标数据',
		action: '推送指标数据',
		description: '按时间维度写入指标的值。一次调用；同一周期的值会被覆盖',
	},
	docs: 'https://open.dingtalk.com/document/development/api-agoalindicatordatapush',
	permission: 'Agoal.Indicator.Data.Write',
	route: 'POST /v1.0/agoal/indicator/data/push',
	safe: true,
	fields: [
		{
			displayName: 'Indicator Code',
			zh: { name: '指标编码', description: '在 Agoal 的指标详情中查看' },
			name: 'code',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. code_s00003jd',
			description: 'As Agoal shows it beside the indicator',
		},
		{
			displayName: 'Values',
			zh: { name: '指标值', placeholder: '添加值' },
			name: 'values',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			required: true,
			placeholder: 'Add Value',
			default: {},
			options: [
				{
					displayName: 'Value',
					zh: '值',
					name: 'value',
					values: [
						{
							displayName: 'Period',
							zh: '时间维度',
							name: 'periodType',
							type: 'options',
							default: 'MONTH',
							options: [
								{ name: 'Half-Year', value: 'HALF_YEAR', zh: '半年度' },
								{ name: 'Month', value: 'MONTH', zh: '单月' },
								{ name: 'Quarter', value: 'QUARTER', zh: '季度' },
								{ name: 'Two Months', value: 'DOUBLE_MONTH', zh: '双月' },
								{ name: 'Week', value: 'WEEK', zh: '单周' },
								{ name: 'Year', value: 'YEAR', zh: '年度' },
							],
						},
						{
							displayName: 'Day',
							zh: { name: '日期', description: '该周期内的任意一天（工作流时区）' },
							name: 'period',
							type: 'dateTime',
							day: true,
							required: true,
							default: '',
							description: "Any day of the period, in the workflow's zone",
						},
						{ displayName: 'Value', zh: '值', name: 'data', type: 'string', required: true, default: '' },
					],
				},
			],
		},
	],
	request: ({ code, values: { value: rows = [] } }) => {
		if (rows.length === 0) throw new InputError('Values', 'are empty: add at least one', '为空：请至少添加一个值');
		const data = rows.map(({ periodType, period, data: text }) => ({
			periodType,
			period: `${period} 00:00:00`,
			data: text,
		}));
		return { body: { code, data } };
	},
	output: (_, { code, values: { value: rows = [] } }) => ({ success: true, code, values: rows.length }),
});
