import type { Paging } from '../../protocol/paging';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import type { Json } from '../../runtime/operation';
import { operatorUserId } from '../../shared/operator';

export const LEAVE_TYPES = 'POST /topapi/attendance/vacation/type/list';
export const leaveTypePaging: Paging = { style: 'whole', entries: 'result' };

const entry = ({ leave_name, leave_view_unit, leave_code }: Json) => ({
	name: `${String(leave_name)}${typeof leave_view_unit === 'string' ? ` (${leave_view_unit})` : ''}`,
	value: String(leave_code),
});

const words = {
	displayName: 'Leave Type',
	placeholder: 'e.g. f84a2829-d245-4312-9ff2-0653e5b3abb2',
} as const;

const list = (keep: (type: Json) => boolean) =>
	defineList({
		needs: [operatorUserId],
		route: LEAVE_TYPES,
		request: ({ operator: op_userid }) => ({ body: { op_userid, vacation_source: 'all' } }),
		paging: leaveTypePaging,
		entry: (type) => (keep(type) ? entry(type) : undefined),
	});

/** https://open.dingtalk.com/document/development/holiday-type-query */
const leaveTypes = list(() => true);

/** A leave type that must be chosen. */
export const leaveType = defineLocator({
	...words,
	zh: { name: '假期类型', description: '“获取假期类型”返回的 leave_code' },
	name: 'leaveType',
	required: true,
	description: 'The leave_code that Get Types returns',
	list: leaveTypes,
});

/** Any leave type, or all. */
export const anyLeaveType = defineLocator({
	...words,
	zh: { name: '假期类型', description: '留空查询所有类型，每种类型另需调用' },
	name: 'leaveType',
	description: 'Empty: every type, with calls of its own for each',
	list: leaveTypes,
});

/** Only types that were made by the API can be filled. https://open.dingtalk.com/document/development/bulk-update-holiday-balance */
export const leaveTypeToFill = defineLocator({
	...words,
	zh: { name: '假期类型', description: '仅限通过接口创建的假期类型（source 为 external）' },
	name: 'leaveTypeToFill',
	required: true,
	description: 'Only types that were made by the API (source external)',
	list: list(({ source }) => source === 'external'),
});
