import { defineOperation } from '../../../runtime/operation';
import { subscription, subscriptionFields } from './fields';

export const register = defineOperation({
	name: 'Register',
	value: 'register',
	action: 'Register an event subscription',
	description:
		'Legacy: tell DingTalk where to send events. An app has one URL; DingTalk tests it during the call. DingTalk Trigger does this by itself, and Stream mode needs no URL at all.',
	zh: {
		name: '注册',
		action: '注册事件订阅',
		description:
			'旧版：设置接收事件的地址。每个应用一个地址，调用时钉钉会测试它。钉钉触发器可自动完成，Stream 模式则不需要地址',
	},
	docs: 'https://open.dingtalk.com/document/development/register-callback-events',
	route: 'POST /call_back/register_call_back',
	fields: subscriptionFields,
	request: (values) => ({ body: subscription(values) }),
});
