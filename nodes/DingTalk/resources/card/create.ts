import { randomUUID } from 'crypto';
import { writeJson } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { answerOfMade } from '../../../shared/cardSpaces';
import { refuseLonger } from '../../fields/message';
import { MOST_BYTES } from './data';
import { callbackFields, cardData, cardTemplateId } from './fields';
import { instanceBody, instanceFields } from './instance';

const CREATE = 'POST /v1.0/card/instances';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a card without sending it',
	description:
		'Create a card that Deliver shows later. One call. It shows nowhere until then. Send does both in one call.',
	zh: {
		name: '创建卡片',
		action: '创建互动卡片（不发送）',
		description: '创建卡片，稍后用“投放卡片”展示。一次调用；投放之前任何地方都看不到，“发送卡片”可一次完成两步',
	},
	docs: 'https://open.dingtalk.com/document/development/interface-for-creating-a-card-instance',
	permission: 'Card.Instance.Write',
	routes: [CREATE],
	fields: [cardTemplateId, cardData, instanceFields, ...callbackFields],
	plan: ({ cardTemplateId: template, publicData, additionalFields, ...callback }) => {
		const body = instanceBody(template, publicData, additionalFields, callback);
		refuseLonger(writeJson(body), MOST_BYTES, 'Card Data (JSON)');
		return { body, given: additionalFields.outTrackId };
	},
	run: async ({ body, given }, api) => {
		const outTrackId = given ?? randomUUID();
		const made = api.call(CREATE, { body: { outTrackId, ...body } }, { safe: true });
		await (given ? made : made.catch(answerOfMade()));
		return { outTrackId };
	},
});
