import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { signedPaging, signedRequest } from '../../flows/signed';
import { event } from '../../locators/event';

export const getSignOuts = defineOperation({
	name: 'Get Many Sign-Outs',
	value: 'getSignOuts',
	action: 'Get who has signed out of a calendar event',
	description: 'Get who has signed out of an event, or has not yet. One call per 500 people.',
	zh: {
		name: '获取签退详情',
		action: '查看日程签退详情',
		description: '获取日程的已签退或未签退人员。每 500 人一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/view-the-billing-details-of-a-single-schedule',
	permission: 'Calendar.Event.Read',
	route: 'GET /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/signOut',
	fields: [
		event,
		{
			displayName: 'People',
			zh: '人员',
			name: 'type',
			type: 'options',
			default: 'sign_out',
			options: [
				{ name: 'Not Yet Signed Out', value: 'not_yet_sign_out', zh: '未签退' },
				{ name: 'Signed Out', value: 'sign_out', zh: '已签退' },
			],
		},
		operator,
	],
	request: signedRequest,
	paging: signedPaging,
});
