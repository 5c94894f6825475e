import { defineOperation } from '../../../runtime/operation';

export const registerCallback = defineOperation({
	name: 'Register Callback',
	value: 'registerCallback',
	action: 'Register the address for clicks on cards',
	description:
		'Tell DingTalk where clicks on cards go over HTTP. One call. Stream needs none, and DingTalk Trigger in webhook mode does it by itself.',
	zh: {
		name: '注册卡片回调地址',
		action: '注册互动卡片的回调地址',
		description: '注册卡片点击的 HTTP 回调地址。一次调用；Stream 方式无需注册，Webhook 模式的钉钉触发器会自动注册',
	},
	docs: 'https://open.dingtalk.com/document/development/register-card-callback-address',
	permission: 'Card.Instance.Write',
	route: 'POST /v1.0/card/callbacks/register',
	safe: true,
	fields: [
		{
			displayName: 'Callback Route Key',
			zh: { name: '回调路由 Key', description: '发送卡片时以该 Key 选择回调地址；一个 Key 对应一个地址' },
			name: 'callbackRouteKey',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'Cards name the address by this key; a key has one address',
		},
		{
			displayName: 'Callback URL',
			zh: { name: '回调地址', description: '公网可访问的地址' },
			name: 'callbackUrl',
			type: 'string',
			id: true,
			required: true,
			default: '',
			pattern: { test: /^https?:\/\//i, en: 'is not an http or https address', zh: '不是 http 或 https 地址' },
			placeholder: 'e.g. https://n8n.example.com/webhook/card',
			description: 'A public address',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'API Secret',
					zh: { name: '加密密钥', description: '用于校验回调来源的密钥' },
					name: 'apiSecret',
					type: 'string',
					typeOptions: { password: true },
					default: '',
					description: 'Secret by which the receiver can check where a call comes from',
				},
				{
					displayName: 'Replace Existing',
					zh: { name: '覆盖已有地址', description: '该 Key 已有地址时是否覆盖；会影响使用该 Key 的所有卡片' },
					name: 'forceUpdate',
					type: 'boolean',
					default: true,
					description: 'Whether to replace the address that the key has; all cards with this key are affected',
				},
			],
		},
	],
	request: ({ additionalFields, ...body }) => ({ body: { ...body, ...additionalFields } }),
	// The answer repeats the secret, which does not belong into an execution's data.
	output: (_, { callbackRouteKey, callbackUrl }) => ({ success: true, callbackRouteKey, callbackUrl }),
});
