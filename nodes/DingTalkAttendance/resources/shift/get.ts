import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { simplifyShift } from '../../flows/shiftTimes';
import { shift } from '../../locators/shift';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a shift',
	description: 'Get a shift with its times and rules. One call. Unsimplified, minutes of -1 mean switched off.',
	zh: {
		name: '获取',
		action: '获取班次详情',
		description: '查询班次的时间和规则。一次调用；未精简时分钟数 -1 表示未启用',
	},
	docs: 'https://open.dingtalk.com/document/development/shift-query',
	permission: 'qyapi_attendance_group_read',
	route: 'POST /topapi/attendance/shift/query',
	safe: true,
	fields: [shift, operatorUserId],
	request: ({ shift: id, operator }) => ({ body: { op_user_id: operator, shift_id: wireNumber('Shift', id) } }),
	output: (answer) => Object.assign({}, at(answer, 'result')),
	simplify: simplifyShift,
});
