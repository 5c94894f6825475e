import { randomUUID } from 'crypto';
import { writeJson } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { refuseLonger } from '../../fields/message';
import { robotCodeOption } from '../robot/fields';
import { MOST_BYTES } from './data';
import { callbackFields, cardData, cardTemplateId } from './fields';
import { instanceBody, instanceFields } from './instance';
import { deliveryFields, receiverFields, someReceivers } from './receivers';
import {
	answerOfMade,
	deliveredCard,
	deliveryModels,
	mentions,
	openSpaceId,
	PERSON,
	spacesOf,
} from '../../../shared/cardSpaces';
import { deliverCard, DELIVER } from '../../../shared/deliverCard';

const SEND = 'POST /v1.0/card/instances/createAndDeliver';

export const send = defineProcedure({
	name: 'Send',
	value: 'send',
	action: 'Send a card to a person or a group',
	description:
		'Create a card and show it to people and in groups. One call per about 20 receivers. DingTalk says for each receiver whether the card arrived: all refused is an error, some refused is a hint, and the output has them in deliverResults.',
	zh: {
		name: '发送卡片',
		action: '发送互动卡片给个人或群',
		description:
			'创建卡片并投放给个人和群。约每 20 个接收者一次调用。钉钉会逐个返回投放结果：全部失败则报错，部分失败则提示，详见输出中的 deliverResults',
	},
	docs: 'https://open.dingtalk.com/document/development/create-and-deliver-cards',
	permission: 'Card.Instance.Write',
	routes: [SEND, DELIVER, PERSON],
	fields: [
		cardTemplateId,
		...receiverFields,
		cardData,
		{ ...instanceFields, options: [...deliveryFields, ...instanceFields.options] },
		...callbackFields,
		robotCodeOption,
	],
	plan: ({
		sendTo,
		people,
		groups,
		cardTemplateId: template,
		publicData,
		additionalFields,
		robotCode,
		...callback
	}) => {
		const [to, chats] = [sendTo === 'group' ? [] : (people ?? []), sendTo === 'person' ? [] : (groups ?? [])];
		someReceivers(to, chats);
		const body = instanceBody(template, publicData, additionalFields, callback);
		refuseLonger(writeJson(body), MOST_BYTES, 'Card Data (JSON)');
		return { body, more: additionalFields, robotCode, spaces: spacesOf(to, chats) };
	},
	run: async ({ body, more, robotCode, spaces }, api) => {
		const outTrackId = more.outTrackId ?? randomUUID();
		const atUserIds = await mentions({ users: more.atUsers, all: more.atAll }, api);
		const delivery = { robotCode, atUserIds, recipients: more.recipients };
		const [first = { people: [], groups: [] }, ...rest] = spaces;
		const made = api.call(
			SEND,
			{ body: { outTrackId, ...body, openSpaceId: openSpaceId(first), ...deliveryModels(first, delivery) } },
			{ safe: true },
		);
		const { deliverResults } = await (more.outTrackId ? made : made.catch(answerOfMade(api.hint)));
		const further = await deliverCard(outTrackId, rest, delivery, api, { isShown: true });
		const results = [...objectsIn(deliverResults), ...further];
		return deliveredCard({ outTrackId, deliverResults: results }, results);
	},
});
