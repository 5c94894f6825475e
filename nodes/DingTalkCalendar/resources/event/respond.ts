import { defineOperation } from '../../../runtime/operation';
import { attendee } from '../../fields/attendee';
import { invitation } from '../../locators/event';
import { responses } from './responses';

export const respond = defineOperation({
	name: 'Respond',
	value: 'respond',
	action: 'Respond to an invitation',
	description: 'Accept or decline an invitation for an attendee. One call. The organizer cannot answer.',
	zh: {
		name: '响应邀请',
		action: '响应日程邀请',
		description: '代参与人接受或拒绝日程邀请。一次调用；组织者不能响应',
	},
	docs: 'https://open.dingtalk.com/document/development/configure-response-status',
	permission: 'Calendar.Event.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/events/{eventId}/respond',
	fields: [
		attendee,
		invitation,
		{
			displayName: 'Response',
			zh: '响应状态',
			name: 'responseStatus',
			type: 'options',
			default: 'accepted',
			options: responses,
		},
	],
	request: ({ attendee: userId, invitation: eventId, responseStatus }) => ({
		path: { userId, calendarId: 'primary', eventId },
		body: { responseStatus },
	}),
	output: () => ({ success: true }),
	safe: true,
});
