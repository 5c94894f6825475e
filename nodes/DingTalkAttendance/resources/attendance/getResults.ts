import { toChinaDate } from '../../../protocol/time';
import { defineOperation } from '../../../runtime/operation';
import { additionalFields, people } from './fields';

export const getResults = defineOperation({
	name: 'Get Punch Results',
	value: 'getResults',
	action: 'Get punch results',
	description:
		'Get who kept the shift: in time, late, early or absent. One call per 50 people and 7 days, more where there are over 50 results.',
	docs: 'https://open.dingtalk.com/document/development/open-attendance-clock-in-data',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /attendance/list',
	fields: [
		people,
		{
			displayName: 'From',
			name: 'from',
			type: 'dateTime',
			required: true,
			default: '={{ $now.minus({ days: 6 }).toISO() }}',
			description: 'First work day: the day in China (UTC+8) to which this time belongs',
		},
		{
			displayName: 'To',
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'Last work day: the day in China (UTC+8) to which this time belongs',
		},
		additionalFields,
	],
	// At most 50 people and 7 days; whole days count. https://open.dingtalk.com/document/development/open-attendance-clock-in-data
	split: { lists: { people: 50 }, span: { from: 'from', to: 'to', days: 7, unit: 'day' } },
	request: ({ people: userIdList, from, to, additionalFields: more }) => ({
		body: {
			userIdList,
			workDateFrom: `${toChinaDate(from)} 00:00:00`,
			workDateTo: `${toChinaDate(to)} 00:00:00`,
			...more,
		},
	}),
	paging: {
		style: 'offset',
		cursor: 'offset',
		first: 0,
		size: { at: 'limit', max: 50 },
		entries: 'recordresult',
		more: 'hasMore',
	},
});
