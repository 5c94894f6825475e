import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { fromHundredths } from '../../flows/hundredths';
import { leaveType } from '../../locators/leaveType';
import { manyPeople } from '../../fields/people';

export const getRecords = defineOperation({
	name: 'Get Records',
	value: 'getRecords',
	action: 'Get changes of leave balances',
	description:
		'Get how balances came about: grants, leave, corrections. One call per 50 people and 200 records. An operator who is no administrator sees only their own.',
	zh: {
		name: '获取假期余额变更',
		action: '获取假期余额变更记录',
		description: '查询假期余额的发放、使用和更新记录。每 50 人、200 条一次调用。非管理员只能查询本人记录',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-query-employee-leave-balance-change-record',
	permission: 'qyapi_holiday_readonly',
	route: 'POST /v1.0/attendance/vacations/records/query',
	safe: true,
	fields: [leaveType, manyPeople, operatorUserId],
	split: { lists: { people: 50 } },
	request: ({ leaveType: leaveCode, people: userIds, operator: opUserId }) => ({
		body: { leaveCode, userIds, opUserId },
	}),
	// The "page number" is the sum of what was read. https://open.dingtalk.com/document/development/batch-query-employee-leave-balance-change-record
	paging: {
		style: 'offset',
		cursor: 'pageNumber',
		first: 0,
		size: { at: 'pageSize', max: 200 },
		entries: 'result.leaveRecords',
		more: 'result.hasMore',
	},
	simplify: (record) => ({
		...pick(record, [
			'recordId',
			'userId',
			'leaveCode',
			'leaveRecordType',
			'calType',
			'leaveStatus',
			'leaveReason',
			'startTime',
			'endTime',
			'gmtCreate',
			'opUserId',
		]),
		days: fromHundredths(record.recordNumPerDay),
		hours: fromHundredths(record.recordNumPerHour),
	}),
});
