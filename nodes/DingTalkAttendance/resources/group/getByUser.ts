import { at } from '../../../protocol/paging';
import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { sectionTimes, timeOf } from '../../flows/shiftTimes';
import { onePerson } from '../../fields/people';

export const getByUser = defineOperation({
	name: 'Get by User',
	value: 'getByUser',
	action: 'Get the attendance group of a person',
	description: 'Get the group of a person, with its shifts. One call. A person is in one group at most.',
	zh: {
		name: '获取用户考勤组',
		action: '获取用户考勤组',
		description: '查询某人所在的考勤组及班次。一次调用；一个人最多属于一个考勤组',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-a-user-attendance-group',
	permission: 'qyapi_base',
	route: 'POST /topapi/attendance/getusergroup',
	safe: true,
	fields: [onePerson],
	request: ({ person: userid }) => ({ body: { userid } }),
	output: (answer, { person: userid }) => Object.assign({ userid }, at(answer, 'result')),
	simplify: (group) => ({
		...pick(group, ['userid', 'group_id', 'name', 'type']),
		classes: objectsIn(group.classes).map(({ class_id, name, sections, setting }) => {
			const { rest_begin_time: rest, rest_end_time: end } = isObject(setting) ? setting : {};
			return {
				class_id,
				name,
				sections: sectionTimes(sections),
				...(isObject(rest) &&
					isObject(end) && { break: { start: timeOf(rest.check_time), end: timeOf(end.check_time) } }),
			};
		}),
	}),
});
