import { defineOperation } from '../../../runtime/operation';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an event subscription',
	description: "Legacy: get the app's URL and its event types. DingTalk leaves out token and AES key.",
	zh: {
		name: '获取',
		action: '查询事件订阅',
		description: '旧版：查询应用的接收地址和事件类型。不含 Token 与 AES Key',
	},
	docs: 'https://open.dingtalk.com/document/development/query-subscribed-events',
	route: 'GET /call_back/get_call_back',
	fields: [],
	request: () => ({}),
	// Token and AES key are in the answer: secrets do not belong in an item.
	output: ({ url, call_back_tag: eventTypes }) => ({ url, eventTypes }),
});
