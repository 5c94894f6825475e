import { defineOperation } from '../../../runtime/operation';
import { subscription, subscriptionFields } from './fields';

export const register = defineOperation({
	name: 'Register',
	value: 'register',
	action: 'Register an event subscription',
	description:
		'Legacy: tell DingTalk where to send events. An app has one URL; DingTalk tests it during the call. DingTalk Trigger does this by itself, and Stream mode needs no URL at all.',
	docs: 'https://open.dingtalk.com/document/development/register-callback-events',
	route: 'POST /call_back/register_call_back',
	fields: subscriptionFields,
	request: (values) => ({ body: subscription(values) }),
});
