import { toChinaTime } from '../../../protocol/time';
import { defineOperation } from '../../../runtime/operation';
import { additionalFields, people } from './fields';

export const getRecords = defineOperation({
	name: 'Get Punch Records',
	value: 'getRecords',
	action: 'Get punch records',
	description: 'Get every punch of people, with place and device. One call per 50 people and 7 days.',
	zh: {
		name: '获取打卡记录',
		action: '获取打卡详情',
		description: '查询员工的每次打卡及地点、设备。每 50 人、7 天一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/attendance-clock-in-record-is-open',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /attendance/listRecord',
	fields: [
		people,
		{
			displayName: 'From',
			zh: { name: '开始时间', description: '查询此时间之后的打卡' },
			name: 'from',
			type: 'dateTime',
			required: true,
			default: '={{ $now.minus({ days: 7 }).toISO() }}',
			description: 'Punches from this time on',
		},
		{
			displayName: 'To',
			zh: { name: '结束时间', description: '查询此时间之前的打卡' },
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'Punches up to this time',
		},
		additionalFields,
	],
	// At most 50 people and 7 days. https://open.dingtalk.com/document/development/attendance-clock-in-record-is-open
	split: { lists: { people: 50 }, span: { from: 'from', to: 'to', days: 7, unit: 'second' } },
	request: ({ people: userIds, from, to, additionalFields: more }) => ({
		body: { userIds, checkDateFrom: toChinaTime(from), checkDateTo: toChinaTime(to), ...more },
	}),
	paging: { style: 'whole', entries: 'recordresult' },
});
