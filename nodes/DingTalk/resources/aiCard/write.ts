import { defineOperation } from '../../../runtime/operation';
import { DEFAULT_KEY } from '../../../shared/aiCard';
import { contentKey, outTrackId } from './fields';

export const STREAM = 'PUT /v1.0/card/streaming';

export const write = defineOperation({
	name: 'Write',
	value: 'write',
	action: 'Write text into an AI card',
	description:
		'Show text in an AI card while it grows. One call per write. A markdown variable wants the whole text each time. DingTalk advises at most 1 KB per write and 3 KB in all. End with Finish, on the error branch too.',
	zh: {
		name: '流式更新',
		action: '向 AI 卡片写入文字',
		description:
			'在 AI 卡片中逐步显示文字。每次写入一次调用；Markdown 变量每次需传完整内容。钉钉建议单次不超过 1 KB、总计不超过 3 KB；最后（包括出错分支）请用“完成”结束',
	},
	docs: 'https://open.dingtalk.com/document/development/api-streamingupdate',
	permission: 'Card.Streaming.Write',
	route: STREAM,
	idempotencyKey: 'body.guid',
	fields: [
		outTrackId,
		{
			displayName: 'Content',
			zh: { name: '内容', description: 'Markdown 文本' },
			name: 'content',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { rows: 5 },
			description: 'Markdown',
		},
		{
			displayName: 'Append',
			zh: { name: '追加', description: '是否追加到已有内容之后，而不是替换全部内容；Markdown 变量不支持追加' },
			name: 'append',
			type: 'boolean',
			under: 'options',
			default: true,
			description:
				'Whether the content is put behind what is there instead of replacing it; a markdown variable refuses that',
		},
		{
			displayName: 'Status',
			zh: { name: '状态', description: '写入后卡片的状态' },
			name: 'status',
			type: 'options',
			under: 'options',
			default: 'writing',
			options: [
				{ name: 'Done', value: 'done', zh: '完成' },
				{ name: 'Failed', value: 'failed', zh: '出错' },
				{ name: 'Writing', value: 'writing', zh: '输入中' },
			],
			description: 'What the card shows after this write',
		},
		contentKey,
	],
	request: ({ outTrackId: card, content, contentKey: key = DEFAULT_KEY, append, status = 'writing' }) => ({
		body: {
			outTrackId: card,
			key,
			content,
			isFull: !append,
			isFinalize: status === 'done',
			isError: status === 'failed',
		},
	}),
	output: (_, { outTrackId: card, contentKey: key = DEFAULT_KEY }) => ({
		success: true,
		outTrackId: card,
		contentKey: key,
	}),
});
