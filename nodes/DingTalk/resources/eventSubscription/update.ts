import { defineOperation } from '../../../runtime/operation';
import { subscription, subscriptionFields } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update an event subscription',
	description:
		"Legacy: replace the app's URL, event types, token and key. Each of them is replaced, and DingTalk tests the URL during the call.",
	zh: {
		name: '更新',
		action: '更新事件订阅',
		description: '旧版：整体替换应用的地址、事件类型、Token 和 AES Key。调用时钉钉会测试地址',
	},
	docs: 'https://open.dingtalk.com/document/development/update-event-interface',
	route: 'POST /call_back/update_call_back',
	safe: true,
	fields: subscriptionFields,
	request: (values) => ({ body: subscription(values) }),
});
