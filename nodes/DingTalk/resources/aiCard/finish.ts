import { randomUUID } from 'crypto';
import { defineProcedure } from '../../../runtime/operation';
import { DEFAULT_KEY, FLOW } from '../../../shared/aiCard';
import { paramsOf } from '../../../shared/cardParams';
import { contentKey, outTrackId } from './fields';
import { STREAM } from './write';

const UPDATE = 'PUT /v1.0/card/instances';

export const finish = defineProcedure({
	name: 'Finish',
	value: 'finish',
	action: 'Finish an AI card',
	description:
		'Show the whole answer and end the card, done or failed. Two calls; one with Keep Flow Status. Use it on the error branch too, or the card stays "writing".',
	zh: {
		name: '完成 AI 卡片',
		action: '完成 AI 卡片',
		description:
			'显示完整内容，并把卡片结束为完成或出错。两次调用，开启“不更新流程状态”时一次；出错分支也请使用，否则卡片会一直停在“输入中”',
	},
	docs: 'https://open.dingtalk.com/document/development/api-streamingupdate',
	permission: 'Card.Streaming.Write',
	routes: [STREAM, UPDATE],
	fields: [
		outTrackId,
		{
			displayName: 'Content',
			zh: { name: '内容', description: '完整的回答（Markdown）' },
			name: 'content',
			type: 'string',
			required: true,
			default: '={{ $json.output }}',
			typeOptions: { rows: 5 },
			description: 'The whole answer (markdown)',
		},
		{
			displayName: 'Outcome',
			zh: '结果',
			name: 'outcome',
			type: 'options',
			default: 'done',
			options: [
				{ name: 'Done', value: 'done', zh: '完成' },
				{ name: 'Failed', value: 'failed', zh: '出错' },
			],
			description: 'How the card ends',
		},
		{
			displayName: 'Card Data (JSON)',
			zh: { name: '卡片数据（JSON）', description: '同时更新的其他变量，如按钮、引用' },
			name: 'publicData',
			type: 'json',
			under: 'options',
			default: '{}',
			description: 'Other variables that change now, by name: buttons, references',
		},
		contentKey,
		{
			displayName: 'Keep Flow Status',
			zh: {
				name: '不更新流程状态',
				description: '是否不更新模板的 flowStatus 变量（少一次调用）；默认模板需要更新，没有该变量的模板可开启',
			},
			name: 'keepFlowStatus',
			type: 'boolean',
			under: 'options',
			default: true,
			description:
				'Whether to leave the variable flowStatus alone, which saves a call. The default template stays "writing" then; one of your own may not have it.',
		},
	],
	plan: ({ outTrackId: card, content, outcome, publicData, contentKey: key = DEFAULT_KEY, keepFlowStatus }) => {
		const data = paramsOf(publicData, 'Card Data (JSON)')?.cardParamMap;
		const status = keepFlowStatus ? {} : { flowStatus: FLOW[outcome], [key]: content };
		const cardParamMap = { ...status, ...data };
		return {
			card,
			frame: { key, content, isFull: true, isFinalize: outcome === 'done', isError: outcome === 'failed' },
			// By key: a card's other variables would be gone otherwise.
			update:
				Object.keys(cardParamMap).length > 0
					? { cardData: { cardParamMap }, cardUpdateOptions: { updateCardDataByKey: true } }
					: undefined,
		};
	},
	run: async ({ card: outTrackId, frame, update }, api) => {
		await api.call(STREAM, { body: { outTrackId, guid: randomUUID(), ...frame } }, { safe: true });
		if (update) await api.call(UPDATE, { body: { outTrackId, ...update } }, { safe: true });
		return { success: true, outTrackId };
	},
});
