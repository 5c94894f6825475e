import { CARD_DEADLINE } from '../../../protocol/callback/card';
import { isObject, writeJson } from '../../../protocol/json';
import { defineProcedure, InputError, type Json } from '../../../runtime/operation';
import { refuseLonger } from '../../fields/message';
import { paramsOf } from '../../../shared/cardParams';
import { cardFields, MOST_BYTES, updateOptions } from './data';

/** The click that a DingTalk Trigger started the workflow with. */
interface Click {
	outTrackId: string;
	userId: string;
	/** 2 when the card was created with unionIds. */
	userIdType: number | undefined;
	/** Epoch milliseconds. */
	at: number;
}

function clickOf(item: Json): Click | undefined {
	if (item.eventType !== 'card_callback') return undefined;
	const { userIdType }: { userIdType?: unknown } = isObject(item.data) ? item.data : {};
	return {
		outTrackId: String(item.outTrackId),
		userId: String(item.userId),
		userIdType: userIdType === 2 ? 2 : undefined,
		at: Date.parse(String(item.occurredAt)),
	};
}

function refuse(why: string, chinese: string): never {
	throw new InputError(
		'Respond',
		`${why}. Use Card: Update, which may come at any time`,
		`${chinese}。请改用“更新卡片”，它不受时限约束`,
	);
}

export const respond = defineProcedure({
	name: 'Respond',
	value: 'respond',
	action: 'Respond to a click on a card',
	description:
		'Answer the click that the trigger got: change the card. DingTalk waits 2 seconds for it. No API call; one when it comes later.',
	zh: {
		name: '响应点击',
		action: '响应卡片点击',
		description: '响应启动工作流的卡片点击，更改卡片内容。钉钉等待 2 秒，及时响应不消耗调用次数，超时则调用一次接口',
	},
	docs: 'https://open.dingtalk.com/document/development/event-callback-card',
	permission: 'Card.Instance.Write',
	routes: ['PUT /v1.0/card/instances'],
	fields: [
		...cardFields,
		{
			displayName: 'Private Data (JSON)',
			zh: { name: '私有数据（JSON）', description: '只有点击者可见的卡片变量' },
			name: 'privateData',
			type: 'json',
			default: '{}',
			description: "The card's variables by name, for the person who clicked",
		},
		{
			displayName: 'When Late',
			zh: { name: '超时后', description: '不再有调用方等待时如何处理' },
			name: 'whenLate',
			type: 'options',
			default: 'update',
			options: [
				{ name: 'Fail', value: 'fail', zh: '报错' },
				{
					name: 'Update the Card',
					value: 'update',
					description: 'One API call, which needs the permission Card.Instance.Write',
					zh: '更新卡片',
				},
			],
			description: 'What to do when nobody waits for the answer any more',
		},
	],
	run: async ({ publicData, privateData, updateMode, whenLate }, api) => {
		const cardData = paramsOf(publicData, 'Public Data (JSON)');
		const userPrivateData = paramsOf(privateData, 'Private Data (JSON)');
		const cardUpdateOptions = updateOptions(updateMode);
		const answer = { ...(cardData && { cardData }), ...(userPrivateData && { userPrivateData }), cardUpdateOptions };
		refuseLonger(writeJson(answer), MOST_BYTES, 'Public Data (JSON)');

		const item = api.caller.item();
		const click = item && clickOf(item);
		if (item && !click)
			refuse(
				'has no one to answer: the workflow was not started by a click on a card',
				'无可回复的对象：工作流不是由卡片点击启动的',
			);
		const late = click !== undefined && Date.now() - click.at >= CARD_DEADLINE;
		if (api.caller.waits() && !late) {
			await api.caller.respond(answer);
			return { answered: true, ...(click && { outTrackId: click.outTrackId }) };
		}
		if (!click || whenLate === 'fail')
			refuse(
				late
					? 'comes too late: DingTalk waits 2 seconds for the answer to a click'
					: 'has no one to answer: nobody waits for this execution',
				late ? '已超时：钉钉只等待 2 秒' : '无可回复的对象：没有调用方在等待本次执行',
			);
		if (cardData ?? userPrivateData)
			await api.call(
				'PUT /v1.0/card/instances',
				{
					body: {
						outTrackId: click.outTrackId,
						cardData,
						privateData: userPrivateData && { [click.userId]: userPrivateData },
						cardUpdateOptions,
						userIdType: click.userIdType,
					},
				},
				{ safe: true },
			);
		return {
			answered: false,
			updated: (cardData ?? userPrivateData) !== undefined,
			outTrackId: click.outTrackId,
			notice: 'Nobody waited for the answer any more, so the card was updated by an API call, as Card: Update does it',
		};
	},
});
