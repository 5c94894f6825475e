import { defineOperation } from '../../../runtime/operation';
import { robotCodeOption } from '../robot/fields';

export const recall = defineOperation({
	name: 'Recall',
	value: 'recall',
	action: 'Recall a DING',
	description: 'Take back a DING of the same robot. One call. A phone call that was made cannot be undone.',
	zh: {
		name: '撤回 DING',
		action: '撤回 DING 消息',
		description: '撤回同一机器人发送的 DING。一次调用；已拨打的电话无法撤回',
	},
	docs: 'https://open.dingtalk.com/document/development/robot-withdraws-pin-message',
	permission: 'Premium.Ding.Write',
	route: 'POST /v1.0/robot/ding/recall',
	safe: true,
	fields: [
		{
			displayName: 'DING ID',
			zh: { name: 'DING 消息 ID', description: '“发送 DING”返回的 openDingId' },
			name: 'openDingId',
			type: 'string',
			id: true,
			required: true,
			default: '={{ $json.openDingId }}',
			description: 'The openDingId that Send returned',
		},
		robotCodeOption,
	],
	request: ({ openDingId, robotCode }) => ({ body: { openDingId, robotCode } }),
	output: (_, { openDingId }) => ({ success: true, openDingId }),
});
