import { writeJson } from '../../protocol/json';
import { DingTalkError } from '../../protocol/errors';
import { InputError } from '../../runtime/inputError';
import type { Api, Json } from '../../runtime/operation';
import type { Form, Question } from './question';

/** Longer parameters are refused. https://open.dingtalk.com/document/development/the-robot-sends-a-group-message */
const MOST_BYTES = 15_000;

/** Makes the address of a page that answers; what it says about the link cannot be changed by whoever has it. */
export type Signed = (parameters: Record<string, string>) => string;

/** One button is a template of its own. https://open.dingtalk.com/document/development/robot-message-type */
function messageOf({ subject, message, buttons }: Question, link: (choice: string) => string): Json {
	const text = `### ${subject}\n\n${message}`;
	const [first, second] = buttons;
	const [msgKey, parameters] = second
		? [
				'sampleActionCard2',
				{
					actionTitle1: first?.label,
					actionURL1: link(first?.choice ?? ''),
					actionTitle2: second.label,
					actionURL2: link(second.choice),
				},
			]
		: ['sampleActionCard', { singleTitle: first?.label, singleURL: link(first?.choice ?? '') }];
	const msgParam = writeJson({ title: subject, text, ...parameters });
	const size = Buffer.byteLength(msgParam);
	if (size > MOST_BYTES)
		throw new InputError(
			'Message',
			`is too long: the message has ${size} bytes, DingTalk accepts ${MOST_BYTES}`,
			`过长：消息共 ${size} 字节，钉钉最多接受 ${MOST_BYTES} 字节`,
		);
	return { msgKey, msgParam };
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Why DingTalk did not bring the message to a person; undefined where it did. */
function refusal({ invalidStaffIdList, flowControlledStaffIdList }: Json): string | undefined {
	if (listOf(invalidStaffIdList).length > 0) return 'no such person in the reach of the robot 机器人找不到该员工';
	return listOf(flowControlledStaffIdList).length > 0
		? 'too many messages, held back by DingTalk 被钉钉限流'
		: undefined;
}

/** Each person gets links of their own, so that the answer tells whose it is. Fails only when the question reached nobody. */
async function toPeople(people: string[], robotCode: string, ask: (to: string) => Json, api: Api): Promise<void> {
	const sent = await Promise.allSettled(
		people.map(async (userId) => {
			const body = { robotCode, userIds: [userId], ...ask(userId) };
			const why = refusal(await api.call('POST /v1.0/robot/oToMessages/batchSend', { body }));
			if (why === undefined) return;
			throw new DingTalkError({ code: 'notDelivered', kind: 'refused', message: `${userId}: ${why}`, ours: true });
		}),
	);
	const failed = sent.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
	if (failed.length === people.length) await Promise.reject(failed[0]);
	for (const error of failed) {
		const why = error instanceof Error ? error.message : String(error);
		api.hint(`The question did not reach everybody (${why})`, `问题未送达所有人（${why}）`);
	}
}

const LOCAL = /^(localhost|127\.\d+\.\d+\.\d+|0\.0\.0\.0|\[::1?\])$/;

/** Sends the question as a message with links: one call for a group, one for each person. */
export async function sendLinks(question: Question, form: Form, signed: Signed, api: Api): Promise<void> {
	const { sendTo, people = [], openConversationId, robotCode } = form;
	const ask = (to?: string): Json =>
		messageOf(question, (choice) => signed({ choice, ...(to !== undefined && { to }) }));
	if (LOCAL.test(new URL(signed({})).hostname))
		api.hint(
			'The links lead to localhost, which no phone can open. Set WEBHOOK_URL of n8n to its public address, or use Buttons: In the Card',
			'链接指向 localhost，手机无法打开。请为 n8n 设置公网地址 WEBHOOK_URL，或改用“卡片按钮”',
		);
	if (sendTo === 'person') return await toPeople(people, robotCode, ask, api);
	const body = { robotCode, openConversationId, ...ask() };
	await api.call('POST /v1.0/robot/groupMessages/send', { body });
}
