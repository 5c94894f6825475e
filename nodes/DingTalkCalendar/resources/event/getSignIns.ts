import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { signedPaging, signedRequest } from '../../flows/signed';
import { event } from '../../locators/event';

export const getSignIns = defineOperation({
	name: 'Get Many Sign-Ins',
	value: 'getSignIns',
	action: 'Get who has signed in to a calendar event',
	description: 'Get who has signed in to an event, or has not yet. One call per 500 people.',
	zh: {
		name: '获取签到详情',
		action: '查看日程签到详情',
		description: '获取日程的已签到或未签到人员。每 500 人一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/view-the-check-in-details-of-a-single-schedule',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/signin',
	fields: [
		event,
		{
			displayName: 'People',
			zh: '人员',
			name: 'type',
			type: 'options',
			default: 'sign_in',
			options: [
				{ name: 'Not Yet Signed In', value: 'not_yet_sign_in', zh: '未签到' },
				{ name: 'Signed In', value: 'sign_in', zh: '已签到' },
			],
		},
		operator,
	],
	request: signedRequest,
	paging: signedPaging,
});
