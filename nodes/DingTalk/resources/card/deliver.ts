import { defineProcedure } from '../../../runtime/operation';
import { robotCodeOption } from '../robot/fields';
import { outTrackId } from './fields';
import { deliveryFields, receiverFields, someReceivers } from './receivers';
import { mentions, PERSON, sorted, spacesOf } from '../../../shared/cardSpaces';
import { deliverCard, DELIVER } from '../../../shared/deliverCard';

export const deliver = defineProcedure({
	name: 'Deliver',
	value: 'deliver',
	action: 'Deliver a card to people and groups',
	description:
		'Show a created card to people and in groups. One call per about 20 receivers. It is one card in all places: an update changes all of them. The carrierId of a result is the message ID for Recall.',
	zh: {
		name: '投放卡片',
		action: '投放互动卡片到个人和群',
		description:
			'把已创建的卡片投放给个人和群。约每 20 个接收者一次调用。各处是同一张卡片，更新会同时生效；结果中的 carrierId 可用于撤回',
	},
	docs: 'https://open.dingtalk.com/document/development/delivery-card-interface',
	permission: 'Card.Instance.Write',
	routes: [DELIVER, PERSON],
	fields: [
		outTrackId,
		...receiverFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: deliveryFields,
		},
		robotCodeOption,
	],
	plan: ({ outTrackId: card, sendTo, people, groups, additionalFields: more, robotCode }) => {
		const [to, chats] = [sendTo === 'group' ? [] : (people ?? []), sendTo === 'person' ? [] : (groups ?? [])];
		someReceivers(to, chats);
		return { card, spaces: spacesOf(to, chats), more, robotCode };
	},
	run: async ({ card, spaces, more, robotCode }, api) => {
		const atUserIds = await mentions({ users: more.atUsers, all: more.atAll }, api);
		const delivery = { robotCode, atUserIds, recipients: more.recipients };
		const results = await deliverCard(card, spaces, delivery, api, { isShown: false });
		const { arrived, refused } = sorted(results);
		return { ok: arrived.map((result) => ({ outTrackId: card, ...result })), failed: refused };
	},
});
