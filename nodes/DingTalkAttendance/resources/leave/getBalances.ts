import type { Paging } from '../../../protocol/paging';
import { gather } from '../../../runtime/each';
import { defineField, defineProcedure, type Json } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { slicesOf } from '../../../runtime/split';
import { operatorUserId } from '../../../shared/operator';
import { balances } from '../../flows/hundredths';
import { anyLeaveType, LEAVE_TYPES, leaveTypePaging } from '../../locators/leaveType';
import { manyPeople } from '../../fields/people';

const BALANCES = 'POST /topapi/attendance/vacation/quota/list';

/** https://open.dingtalk.com/document/development/query-holiday-balance */
const paging: Paging = {
	style: 'offset',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 50 },
	entries: 'result.leave_quotas',
	more: 'result.has_more',
};

/** The page names no limit of people; the legacy SDK has 50. */
const MOST_PEOPLE = 50;

const people = defineField(manyPeople);

export const getBalances = defineProcedure({
	name: 'Get Balances',
	value: 'getBalances',
	action: 'Get leave balances of people',
	description:
		'Get how much leave people have, used and have left. One call per 50 people and leave type, more where there are over 50 balances; without a type one more to read the types.',
	zh: {
		name: '获取假期余额',
		action: '获取假期余额',
		description:
			'查询人员的假期总额、已用和剩余。每 50 人、每种类型一次调用，超过 50 条时再加；未选类型时另有一次读取类型',
	},
	docs: 'https://open.dingtalk.com/document/development/query-holiday-balance',
	permission: 'qyapi_holiday_readonly',
	routes: [BALANCES, LEAVE_TYPES],
	list: true,
	fields: [anyLeaveType, people, operatorUserId],
	run: async ({ leaveType, people: userids, operator: op_userid, limit }, api) => {
		const types: Json[] =
			leaveType === undefined
				? await api.list(LEAVE_TYPES, { body: { op_userid, vacation_source: 'all' } }, leaveTypePaging, Infinity)
				: [{ leave_code: leaveType }];
		const slices = slicesOf([people], { lists: { people: MOST_PEOPLE } }, { people: userids });
		const parts = types.flatMap((type) => slices.map((slice) => ({ type, slice })));
		const found = await gather(parts, limit, async ({ type, slice }, most) => {
			const body = { leave_code: type.leave_code, op_userid, userids: slice.people.join(',') };
			const quotas = await api.list(BALANCES, { body }, paging, most);
			return quotas.map((quota) => ({ ...pick(type, ['leave_name']), ...quota }));
		});
		return found.slice(0, limit === Infinity ? undefined : limit);
	},
	simplify: (quota) => ({
		...pick(quota, ['userid', 'leave_code', 'leave_name', 'quota_cycle', 'start_time', 'end_time']),
		...balances(quota),
	}),
});
