import { asError } from '../../../protocol/asError';
import { isObject } from '../../../protocol/json';
import { defineProcedure, InputError, type Json, type Refusal } from '../../../runtime/operation';
import { people } from '../../../shared/person';
import { robotCodeOption } from '../robot/fields';

const SEND = 'POST /v1.0/robot/ding/send';

/** Most people of one call by kind of DING: in the app, by SMS, by phone. https://open.dingtalk.com/document/development/robot-sends-nail-message */
const MOST: Record<1 | 2 | 3, number> = { 1: 200, 2: 20, 3: 20 };

/** DingTalk names the people that it left out by the reason. */
const refusalsIn = (failedList: unknown): Refusal[] =>
	Object.entries(isObject(failedList) ? failedList : {}).flatMap(([message, ids]) =>
		(Array.isArray(ids) ? ids : [ids]).map((id) => ({ entry: String(id), message })),
	);

export const send = defineProcedure({
	name: 'Send',
	value: 'send',
	action: 'Send a DING to people',
	description:
		'Send a DING of the robot in the app, by SMS or by phone. One call per 200 people in the app, per 20 by SMS or phone; those also use a package that the organisation must have bought. It is not repeated after a timeout, since it could ring twice.',
	zh: {
		name: '发送 DING',
		action: '发送 DING 消息',
		description:
			'以应用机器人发送应用内、短信或电话 DING。应用内每 200 人、短信和电话每 20 人一次调用；短信和电话 DING 需企业购买权益包。超时后不会自动重发，以免重复打扰',
	},
	docs: 'https://open.dingtalk.com/document/development/robot-sends-nail-message',
	permission: 'Premium.Ding.Write',
	routes: [SEND],
	fields: [
		{
			...people,
			displayName: 'Recipients',
			zh: { ...people.zh, name: '接收人' },
			description: 'Who gets the DING: one person, or several IDs separated by commas',
		},
		{
			displayName: 'Content',
			zh: { name: '内容', description: 'DING 的文字内容' },
			name: 'content',
			type: 'string',
			required: true,
			default: '',
			typeOptions: { rows: 3 },
			description: 'Text of the DING',
		},
		{
			displayName: 'Remind By',
			zh: { name: '提醒方式', description: '短信和电话需企业购买权益包' },
			name: 'remindType',
			type: 'options',
			default: 1,
			options: [
				{ name: 'In the App', value: 1, zh: '应用内' },
				{ name: 'Phone Call', value: 3, zh: '电话' },
				{ name: 'SMS', value: 2, zh: '短信' },
			],
			description: 'SMS and phone calls need a package that the organisation has bought',
		},
		{
			displayName: 'Voice',
			zh: { name: '电话音色', description: '电话 DING 的朗读音色' },
			name: 'callVoice',
			type: 'options',
			default: 'Standard_Female_Voice',
			displayOptions: { show: { remindType: [3] } },
			options: [
				{ name: 'Cantonese, Female', value: 'Cantonese_Female_Voice', zh: '粤语女声' },
				{ name: 'Commanding, Female', value: 'Overbearing_Female_Voice', zh: '霸道女声' },
				{ name: 'Gentle, Female', value: 'Gentine_Female_Voice', zh: '温柔女声' },
				{ name: 'Lovely Girl', value: 'Lovely_Girl_Voice', zh: '可爱女童声' },
				{ name: 'Standard, Female', value: 'Standard_Female_Voice', zh: '标准女声' },
				{ name: 'Standard, Male', value: 'Standard_Male_Voice', zh: '标准男声' },
			],
			description: 'Who reads it out on the phone',
		},
		robotCodeOption,
	],
	plan: ({ people, content, remindType, callVoice, robotCode }) => {
		if (content.trim() === '') throw new InputError('Content', 'is empty', '为空');
		const most = MOST[remindType];
		const calls = Array.from({ length: Math.ceil(people.length / most) }, (_, call) =>
			people.slice(call * most, (call + 1) * most),
		);
		return { body: { robotCode, remindType, content, callVoice }, calls, people };
	},
	run: async ({ body, calls, people }, api) => {
		const sent: Json[] = [];
		const failed: Refusal[] = [];
		for (const receiverUserIdList of calls) {
			try {
				const { openDingId, failedList } = await api.call(SEND, { body: { ...body, receiverUserIdList } });
				const refused = refusalsIn(failedList).filter(({ entry }) => receiverUserIdList.includes(entry));
				failed.push(...refused);
				if (refused.length < receiverUserIdList.length)
					sent.push({ openDingId, failedUserIds: refused.map(({ entry }) => entry) });
			} catch (error) {
				// The first call: nobody has been reached, and its own error says most.
				if (sent.length + failed.length === 0) return await Promise.reject(asError(error));
				const { message } = asError(error);
				failed.push(...receiverUserIdList.map((entry) => ({ entry, message, cause: error })));
			}
		}
		return { ok: sent, failed, within: people.length };
	},
});
