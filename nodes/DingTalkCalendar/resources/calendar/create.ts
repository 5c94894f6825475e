import { defineOperation, InputError } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { subscribedBody, subscribedFields } from './subscribed';

export const create = defineOperation({
	name: 'Create',
	value: 'create',
	action: 'Create a calendar to subscribe to',
	description:
		'Create a calendar to which people can subscribe. One call. Events cannot be written into it by the API. The operator must belong to the organization, or to one of the groups, that may subscribe.',
	zh: {
		name: '创建',
		action: '创建订阅日历',
		description: '创建供他人订阅的日历。一次调用；接口不能向其中写入日程，操作人须在可订阅的企业或群内',
	},
	docs: 'https://open.dingtalk.com/document/development/create-subscription-calendar',
	permission: 'Calendar.Calendar.Write',
	route: 'POST /v1.0/calendar/users/{userId}/subscribedCalendars',
	fields: [
		{ displayName: 'Name', zh: '日历名称', name: 'name', type: 'string', required: true, default: '', maxLength: 127 },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: subscribedFields,
		},
		{
			displayName: 'Corp ID',
			zh: { name: '企业 Corp ID', description: '未指定可订阅范围时，可订阅的企业；留空使用凭证' },
			name: 'corpId',
			type: 'string',
			under: 'options',
			fallback: 'corpId',
			default: '',
			description: 'The organization that may subscribe where nobody is named. Empty: that of the credential.',
		},
		operator,
	],
	request: ({ name, additionalFields, corpId, operator: userId }) => {
		const { subscribeScope, ...more } = subscribedBody(additionalFields);
		if (subscribeScope === undefined && corpId === undefined)
			throw new InputError(
				'Open to Organizations',
				'is empty, and the credential has no Corp ID: say who may subscribe',
				'为空，且凭证中没有 Corp ID：请指定可订阅范围',
			);
		return {
			path: { userId },
			body: { name, ...more, subscribeScope: subscribeScope ?? { corpIds: [corpId] } },
		};
	},
});
