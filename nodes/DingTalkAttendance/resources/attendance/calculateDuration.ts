import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { approvedFrom, approvedTimes, approvedTo, calculateModel, durationUnit, kind } from '../../flows/approvedTime';
import { anyLeaveType } from '../../locators/leaveType';
import { onePerson } from '../../fields/people';

export const calculateDuration = defineOperation({
	name: 'Calculate Duration',
	value: 'calculateDuration',
	action: 'Calculate the work time of a leave, trip or overtime',
	description:
		"Get how long something takes by a person's shifts. One call. It starts at most 31 days ago and lasts at most 31 days.",
	zh: {
		name: '预计算时长',
		action: '预计算请假、出差或加班时长',
		description: '按员工的班次计算时长。一次调用。开始时间不早于 31 天前，跨度不超过 31 天',
	},
	docs: 'https://open.dingtalk.com/document/development/api-calculateduration',
	permission: 'qyapi_attendance_group_read',
	route: 'POST /v1.0/attendance/approvals/durations/calculate',
	safe: true,
	fields: [
		onePerson,
		kind,
		durationUnit,
		approvedFrom,
		approvedTo,
		{
			...anyLeaveType,
			zh: { name: '假期类型', description: '按该类型的规则取整' },
			displayOptions: { show: { kind: ['leave'] } },
			description: 'Its rounding rules apply',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [calculateModel],
		},
	],
	request: (
		{ person: userId, leaveType: leaveCode, additionalFields: { calculateModel: model }, ...time },
		{ timezone },
	) => {
		return { query: { userId }, body: { ...approvedTimes(time, timezone), calculateModel: model, leaveCode } };
	},
	output: (answer) => Object.assign({}, at(answer, 'result')),
});
