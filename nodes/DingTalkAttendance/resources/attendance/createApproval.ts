import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import {
	approvedFrom,
	approvedTimes,
	approvedTo,
	calculateModel,
	durationUnit,
	kind,
	KINDS,
} from '../../flows/approvedTime';
import { anyLeaveType } from '../../locators/leaveType';
import { onePerson } from '../../fields/people';

export const createApproval = defineOperation({
	name: 'Create Approval',
	value: 'createApproval',
	action: 'Record an approved leave, trip or overtime',
	description:
		'Record a leave, trip or overtime that was decided elsewhere. One call. The same Approval ID again changes it. It starts at most 31 days ago and lasts at most 31 days. To start an approval in DingTalk, use DingTalk Approval: Create.',
	zh: {
		name: '写入假勤审批',
		action: '写入已通过的请假、出差、外出或加班',
		description:
			'将在别处批准的请假、出差、外出或加班写入考勤。一次调用；相同审批 ID 为更新。开始时间不早于 31 天前，跨度不超过 31 天。在钉钉中发起审批请用“DingTalk Approval：创建”',
	},
	docs: 'https://open.dingtalk.com/document/development/api-processapprovefinish',
	permission: 'qyapi_attendance_group_read',
	route: 'POST /v1.0/attendance/approvals/finish',
	safe: true,
	fields: [
		onePerson,
		kind,
		{
			displayName: 'Approval ID',
			zh: { name: '审批 ID', description: '自定义的唯一标识，撤销和更新时使用' },
			name: 'approveId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			maxLength: 100,
			description: 'An ID of your own. Cancel Approval and later changes need it.',
		},
		durationUnit,
		approvedFrom,
		approvedTo,
		{
			displayName: 'Leave Name',
			zh: { name: '假期名称', description: '例如：年假' },
			name: 'subType',
			type: 'string',
			required: true,
			default: '',
			maxLength: 64,
			placeholder: '年假',
			displayOptions: { show: { kind: ['leave'] } },
			description: 'Such as 年假',
		},
		{
			...anyLeaveType,
			zh: { name: '假期类型', description: '按该类型的规则取整' },
			displayOptions: { show: { kind: ['leave'] } },
			description: 'Its rounding rules apply',
		},
		{
			displayName: 'Overtime (Hours)',
			zh: '加班时长（小时）',
			name: 'overtimeDuration',
			type: 'number',
			required: true,
			default: 1,
			typeOptions: { minValue: 0, numberPrecision: 2 },
			displayOptions: { show: { kind: ['overtime'] } },
		},
		{
			displayName: 'Overtime Becomes',
			zh: '加班结算',
			name: 'overTimeToMore',
			type: 'options',
			default: 1,
			options: [
				{ name: 'Pay', value: 2, zh: '转工资' },
				{ name: 'Time Off', value: 1, zh: '转调休' },
			],
			displayOptions: { show: { kind: ['overtime'] } },
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				calculateModel,
				{
					displayName: 'Details URL',
					zh: { name: '审批单地址', description: '在考勤统计中点击打开的页面' },
					name: 'jumpUrl',
					type: 'string',
					default: '',
					maxLength: 200,
					description: 'Page that attendance statistics open',
				},
			],
		},
	],
	request: (
		{
			person: userId,
			approveId,
			subType,
			leaveType: leaveCode,
			overtimeDuration,
			overTimeToMore,
			additionalFields,
			...time
		},
		{ timezone },
	) => {
		const { jumpUrl, calculateModel: model } = additionalFields;
		return {
			query: { userId },
			body: {
				approveId,
				tagName: KINDS[time.kind].tagName,
				subType,
				overtimeDuration: overtimeDuration === undefined ? undefined : String(overtimeDuration),
				overTimeToMore,
				jumpUrl,
				topCalculateApproveDurationParam: { ...approvedTimes(time, timezone), calculateModel: model, leaveCode },
			},
		};
	},
	output: (answer, { approveId }) => Object.assign({ approveId }, at(answer, 'result')),
});
