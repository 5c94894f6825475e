import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

export const share = defineOperation({
	name: 'Share',
	value: 'share',
	action: 'Share a calendar with a person',
	description: "Let a person see or write the operator's calendar. One call. At most 500 people.",
	zh: { name: '共享', action: '共享日历', description: '将操作人的日历共享给他人。一次调用；最多共享给 500 人' },
	docs: 'https://open.dingtalk.com/document/development/create-schedule-access-control',
	permission: 'Calendar.Acl.Write',
	route: 'POST /v1.0/calendar/users/{userId}/calendars/{calendarId}/acls',
	fields: [
		{
			displayName: 'Share With',
			zh: { name: '共享给', description: '可以查看或编辑该日历的人' },
			name: 'person',
			type: 'resourceLocator',
			person: 'unionId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who may see or write it',
		},
		{
			displayName: 'Privilege',
			zh: '权限',
			name: 'privilege',
			type: 'options',
			default: 'reader',
			options: [
				{ name: 'Create and Edit', value: 'writer', zh: '创建和编辑' },
				{ name: 'See Details', value: 'reader', zh: '查看详情' },
				{ name: 'See Titles', value: 'title_reader', zh: '查看标题' },
				{ name: 'See When Busy', value: 'free_busy_reader', zh: '查看忙闲' },
			],
		},
		{
			displayName: 'Send Message',
			zh: { name: '发送消息', description: '是否向对方发送消息' },
			name: 'sendMsg',
			type: 'boolean',
			default: true,
			description: 'Whether the person gets a message about it',
		},
		operator,
	],
	request: ({ person, privilege, sendMsg, operator: userId }) => ({
		path: { userId, calendarId: 'primary' },
		body: { privilege, sendMsg, scope: { scopeType: 'user', userId: person } },
	}),
	safe: true,
});
