import { defineField, defineFields } from '../../../runtime/field';
import { personModes } from '../../../shared/person';

export const outTrackId = defineField({
	displayName: 'Card ID',
	zh: { name: '卡片 ID', description: '创建或发送卡片时返回的 outTrackId；卡片点击回调中也有' },
	name: 'outTrackId',
	type: 'string',
	id: true,
	required: true,
	maxLength: 100,
	default: '',
	description: 'The outTrackId that Send or Create returned; a click on the card has it too',
});

export const cardTemplateId = defineField({
	displayName: 'Template ID',
	zh: { name: '模板 ID', description: '卡片平台中已发布模板的 ID，以 .schema 结尾' },
	name: 'cardTemplateId',
	type: 'string',
	id: true,
	required: true,
	default: '',
	placeholder: 'e.g. 382e4302-551d-4880-bf29-a30acfab2e71.schema',
	description: 'ID of a published template of the card platform; it ends in .schema',
});

export const cardData = defineField({
	displayName: 'Card Data (JSON)',
	zh: { name: '卡片数据（JSON）', description: '所有人可见的卡片变量；非文本的值会转为 JSON 文本' },
	name: 'publicData',
	type: 'json',
	default: '{}',
	description:
		"The template's variables by name, for everyone who sees the card. A value that is no text is written as JSON.",
});

/** What only some people see; a value is the person's variables as JSON. */
export const privateData = defineField({
	displayName: 'Private Data',
	zh: { name: '私有数据', description: '只有部分人可见的内容', placeholder: '添加人员' },
	name: 'privateData',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Person',
	default: {},
	options: [
		{
			displayName: 'Person',
			zh: '人员',
			name: 'people',
			values: [
				{
					displayName: 'Person',
					zh: { name: '人员', description: '谁能看到这些内容' },
					name: 'person',
					type: 'resourceLocator',
					person: 'userId',
					required: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who sees these values',
				},
				{
					displayName: 'Data (JSON)',
					zh: { name: '数据（JSON）', description: '该人员看到的卡片变量' },
					name: 'data',
					type: 'json',
					required: true,
					default: '{}',
					description: "The card's variables by name, for this person",
				},
			],
		},
	],
	description: 'What only some people see',
});

/** How clicks on the card come back. */
export const callbackFields = defineFields([
	{
		displayName: 'Callback Route Key',
		zh: { name: '回调路由 Key', description: '“注册卡片回调地址”时使用的 Key，仅 HTTP 回调需要' },
		name: 'callbackRouteKey',
		type: 'string',
		id: true,
		under: 'options',
		default: '',
		description: 'The key that was used in Register Callback; for clicks over HTTP only',
	},
	{
		displayName: 'Clicks Arrive Over',
		zh: { name: '回调方式', description: '卡片点击以何种方式回调；钉钉触发器默认使用 Stream' },
		name: 'callbackType',
		type: 'options',
		under: 'options',
		default: 'STREAM',
		options: [
			{ name: 'HTTP', value: 'HTTP', zh: 'HTTP 回调' },
			{ name: 'Stream', value: 'STREAM', zh: 'Stream 推送' },
		],
		description: 'How clicks on the card come back; DingTalk Trigger listens over Stream unless told otherwise',
	},
]);
