import { defineOperation } from '../../../runtime/operation';
import { toIso } from '../../../protocol/time';
import { DEPARTURE_DAYS, departurePaging, DEPARTURES } from '../../locators/formerEmployees';

export const getDepartures = defineOperation({
	name: 'Get Departures',
	value: 'getDepartures',
	action: 'Get who left the organization',
	description:
		"Get who left the organization, with names. One call per 50 of them and 365 days, free of the monthly quota. Works without the HR app. 'leaveReason': oapi deleted by API, delete by an administrator, leave by themselves, cancel account closed.",
	zh: {
		name: '获取离开组织记录',
		action: '获取离开组织的人员',
		description:
			'查询离开组织的人员及姓名。每 50 人、每 365 天一次调用，不计入月度调用量。无需开通智能人事。leaveReason：oapi 接口删除，delete 管理员删除，leave 主动退出，cancel 注销账号',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-details-of-employees-who-have-left-office',
	permission: 'Contact.Common.Read',
	route: DEPARTURES,
	fields: [
		{
			displayName: 'From',
			zh: { name: '开始时间', description: '在此时间之后离开' },
			name: 'from',
			type: 'dateTime',
			required: true,
			default: '={{ $now.minus({ days: 30 }).toISO() }}',
			description: 'Who left from this time on',
		},
		{
			displayName: 'To',
			zh: { name: '结束时间', description: '在此时间之前离开' },
			name: 'to',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'Who left up to this time',
		},
	],
	split: { span: { from: 'from', to: 'to', days: DEPARTURE_DAYS, unit: 'second' } },
	request: ({ from, to }) => ({ query: { startTime: toIso(from), endTime: toIso(to) } }),
	paging: departurePaging,
});
