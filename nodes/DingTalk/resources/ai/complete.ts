import { defineOperation, InputError } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { isObject } from '../../../protocol/json';

export const complete = defineOperation({
	name: 'Complete Text',
	value: 'complete',
	action: 'Complete a text with a model',
	description:
		"Ask a language model of DingTalk's AI platform. One call. It needs a paid package (AIPaaS). For agents use n8n's own model nodes.",
	zh: {
		name: '大模型推理',
		action: '用大模型生成文本',
		description: '调用钉钉 AI 平台的大模型。一次调用；需购买 AIPaaS 权益。智能体请使用 n8n 的模型节点',
	},
	docs: 'https://open.dingtalk.com/document/development/api-exclusivemodelcompleteservice',
	permission: 'AIPaaS.Model.Read',
	route: 'POST /v1.0/aiPaaS/ai/complete',
	fields: [
		{
			displayName: 'Model',
			zh: { name: '模型', description: '文档列出 qwen-plus、qwq-plus、qwen3-235b；看图使用 qwen-vl-max' },
			name: 'model',
			type: 'options',
			default: 'qwen-plus',
			options: [
				{ name: 'Qwen Plus', value: 'qwen-plus', zh: '通义千问 Plus' },
				{ name: 'Qwen VL Max', value: 'qwen-vl-max', description: 'Sees pictures', zh: '通义千问 VL Max：可看图' },
				{ name: 'Qwen3 235B', value: 'qwen3-235b', zh: '通义千问3 235B' },
				{
					name: 'QwQ Plus',
					value: 'qwq-plus',
					description: 'Thinks before it answers',
					zh: '通义 QwQ Plus：先思考再回答',
				},
			],
			description: 'Which model answers',
		},
		{
			displayName: 'Messages',
			zh: { name: '消息', placeholder: '添加消息' },
			name: 'messages',
			type: 'fixedCollection',
			typeOptions: { multipleValues: true, sortable: true },
			placeholder: 'Add Message',
			default: {},
			options: [
				{
					displayName: 'Message',
					zh: '消息',
					name: 'message',
					values: [
						{
							displayName: 'Role',
							zh: '角色',
							name: 'role',
							type: 'options',
							default: 'user',
							options: [
								{ name: 'System', value: 'system', zh: '系统' },
								{ name: 'User', value: 'user', zh: '用户' },
							],
							description: 'Who says it',
						},
						{
							displayName: 'Content',
							zh: { name: '内容', description: '提示词' },
							name: 'content',
							type: 'string',
							required: true,
							default: '',
							typeOptions: { rows: 3 },
							description: 'The prompt',
						},
					],
				},
			],
			description: 'What the model is told',
		},
		{
			displayName: 'Enable Web Search',
			zh: { name: '联网搜索', description: '模型是否可参考互联网搜索结果，可能增加 Token 消耗' },
			name: 'enableSearch',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether the model may look things up on the internet, which takes more tokens',
		},
		{
			displayName: 'Max Tokens',
			zh: { name: '最大 Token 数', description: '回答最多多少 Token，超出会被截断' },
			name: 'maxTokens',
			type: 'number',
			under: 'options',
			default: 1024,
			typeOptions: { minValue: 1, numberPrecision: 0 },
			description: 'Where the answer is cut',
		},
		{
			displayName: 'Temperature',
			zh: { name: '温度', description: '越高越多样；与 Top P 只设其一' },
			name: 'temperature',
			type: 'number',
			under: 'options',
			default: 0.7,
			typeOptions: { minValue: 0, maxValue: 1.99, numberPrecision: 2 },
			description: 'The higher, the more varied. Set either this or Top P.',
		},
		{
			displayName: 'Top P',
			zh: { name: '核采样 Top P', description: '核采样阈值；与温度只设其一' },
			name: 'topP',
			type: 'number',
			under: 'options',
			default: 0.8,
			typeOptions: { minValue: 0.01, maxValue: 1, numberPrecision: 2 },
			description: 'Threshold of nucleus sampling. Set either this or Temperature.',
		},
	],
	request: ({ model, messages: { message = [] }, temperature, topP, maxTokens, enableSearch }) => {
		if (message.length === 0) throw new InputError('Messages', 'is empty', '为空');
		return {
			body: {
				model,
				messages: message,
				temperature,
				top_p: topP,
				max_tokens: maxTokens,
				enable_search: enableSearch,
				stream: false,
			},
		};
	},
	output: (answer) => {
		const [choice] = objectsIn(answer.choices);
		const message = isObject(choice?.message) ? choice.message : {};
		return {
			...message,
			finishReason: choice?.finishReason ?? choice?.finish_reason,
			...pick(answer, ['usage', 'model', 'id', 'created']),
		};
	},
	simplify: (entry) => pick(entry, ['content', 'reasoning_content', 'usage']),
});
