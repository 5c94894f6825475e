import { randomUUID } from 'crypto';
import { writeJson } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { refuseLonger } from '../../fields/message';
import { paramsOf } from '../../../shared/cardParams';
import { MOST_BYTES } from './data';
import { cardData, cardTemplateId, privateData } from './fields';
import { privateDataOf } from './instance';
import { chatFields, chatOf, rightFields, robotCodeOfChat } from './top';

const PIN = 'POST /v2.0/im/topBoxes';

export const pin = defineProcedure({
	name: 'Pin',
	value: 'pin',
	action: 'Pin a card to the top of a chat',
	description:
		'Pin a card to the top of a group or of a robot chat. One call. A chat has at most 10 such cards. A group needs its group template (scene group) or a cool app. Keep the outTrackId of the output: Unpin needs it.',
	zh: {
		name: '创建卡片吊顶',
		action: '创建互动卡片吊顶',
		description:
			'在群或与机器人的单聊顶部展示卡片。一次调用；一个会话最多 10 个吊顶。群需提供群模板（场景群）或酷应用编码；请保存输出中的 outTrackId，关闭吊顶时需要',
	},
	docs: 'https://open.dingtalk.com/document/development/send-group-helper-message',
	permission: 'qyapi_chat_manage',
	routes: [PIN],
	fields: [
		...chatFields,
		cardTemplateId,
		cardData,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Card ID',
					zh: { name: '卡片 ID', description: '自定义的 outTrackId；留空自动生成' },
					name: 'outTrackId',
					type: 'string',
					id: true,
					maxLength: 64,
					default: '',
					description: 'An outTrackId of your own. Empty: one is made.',
				},
				...rightFields,
				{
					displayName: 'Platforms',
					zh: { name: '展示端', description: '在哪些端展示吊顶；留空为全部' },
					name: 'platforms',
					type: 'multiOptions',
					default: [],
					options: [
						{ name: 'Android', value: 'android', zh: 'Android 端' },
						{ name: 'iOS', value: 'ios', zh: 'iOS 端' },
						{ name: 'macOS', value: 'mac', zh: 'Mac 端' },
						{ name: 'Windows', value: 'win', zh: 'Windows 端' },
					],
					description: 'Where it is shown. None chosen: everywhere.',
				},
				privateData,
				{
					displayName: 'Unpin At',
					zh: { name: '过期时间', description: '到期后吊顶自动消失；留空不过期' },
					name: 'expiredTime',
					type: 'dateTime',
					default: '',
					description: 'When it vanishes by itself. Empty: never.',
				},
				{
					displayName: 'Visible To',
					zh: {
						name: '可见成员',
						description: '群里只有这些成员能看到：一个人，或用逗号分隔的多个 ID；留空为所有人可见',
					},
					name: 'receivers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					maxItems: 100,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description:
						'The only group members who see it: one person, or several IDs separated by commas. Empty: everyone.',
				},
			],
		},
		{
			displayName: 'Callback Route Key',
			zh: { name: '回调路由 Key', description: '“注册卡片回调地址”时使用的 Key' },
			name: 'callbackRouteKey',
			type: 'string',
			id: true,
			under: 'options',
			default: '',
			description: 'The key that was used in Register Callback',
		},
		robotCodeOfChat,
	],
	plan: ({ cardTemplateId: template, publicData, additionalFields: more, callbackRouteKey, ...chat }) => {
		const body = {
			...chatOf(chat, more),
			cardTemplateId: template,
			cardData: paramsOf(publicData, 'Card Data (JSON)') ?? { cardParamMap: {} },
			userIdPrivateDataMap: privateDataOf(more.privateData),
			receiverUserIdList: chat.conversationType === 1 ? more.receivers : undefined,
			expiredTime: more.expiredTime,
			platforms: more.platforms?.length ? more.platforms.join('|') : undefined,
			callbackRouteKey,
		};
		refuseLonger(writeJson(body), MOST_BYTES, 'Card Data (JSON)');
		return { body, given: more.outTrackId };
	},
	run: async ({ body, given }, api) => {
		const outTrackId = given ?? randomUUID();
		await api.call(PIN, { body: { outTrackId, ...body } }, { safe: true });
		return { success: true, outTrackId };
	},
});
