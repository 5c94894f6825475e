import type { SandboxOptions } from '../sandbox';
import type { N8n } from '../scripts/host';
import { type Step, chain, dingTalk } from '../test/e2e/support/workflow';
import { MEASURED } from './jobs';
import type { Bench, Line } from './line';
import { withN8n, withSandbox } from './stage';

const PEOPLE = 1000;

/** One item, one message, a thousand people: the IDs stand in the field as a comma list. */
const messages: Array<{ name: string; path: string; calls: number; step: (userids: string) => Step }> = [
	{
		name: 'work notification',
		path: '/topapi/message/corpconversation/asyncsend_v2',
		// 100 people a call. https://open.dingtalk.com/document/development/asynchronous-sending-of-enterprise-session-messages
		calls: PEOPLE / 100,
		step: (value) =>
			dingTalk(
				'workNotification',
				'send',
				{ people: { __rl: true, mode: 'userId', value }, messageType: 'text', content: 'hello' },
				{ name: MEASURED },
			),
	},
	{
		name: 'robot message',
		path: '/v1.0/robot/oToMessages/batchSend',
		// 20 people a call. https://open.dingtalk.com/document/development/chatbots-send-one-on-one-chat-messages-in-batches
		calls: PEOPLE / 20,
		step: (value) =>
			dingTalk(
				'robot',
				'sendToUsers',
				{ users: { __rl: true, mode: 'userId', value }, messageType: 'text', text: 'hello' },
				{ name: MEASURED },
			),
	},
];

/** A company of its own for each message, so that its token has to be fetched. */
async function send(
	n8n: N8n,
	options: SandboxOptions,
	{ name, path, calls, step }: (typeof messages)[number],
): Promise<Line[]> {
	return await withSandbox(n8n, { people: PEOPLE, ...options }, async ({ sandbox, save, run }) => {
		const workers = sandbox.company.users.map(({ userid }) => userid).filter((userid) => userid.startsWith('worker'));
		const execution = await run(await save(chain(`${name} to ${PEOPLE}`, [step(workers.join(','))])));
		const error = execution.error();
		if (error) throw new Error(`${name}: ${error.message}`);
		const where = `${name} to ${PEOPLE} people, ${options.latency} ms`;
		return [
			{
				what: `${where}: calls`,
				value: sandbox.log.filter((entry) => entry.path === path).length,
				atLeast: calls,
				atMost: calls,
			},
			{
				what: `${where}: other calls but for the token`,
				value: sandbox.log.filter((entry) => entry.path !== path && !entry.path.includes('oauth2')).length,
				atMost: 0,
			},
			{
				what: `${where}: people reached`,
				value: new Set(
					[...sandbox.received.notifications, ...sandbox.received.messages].flatMap(({ userids = [] }) => userids),
				).size,
				atLeast: PEOPLE,
				atMost: PEOPLE,
			},
			{ what: `${where}: token fetches`, value: sandbox.tokenFetches, atLeast: 1, atMost: 1 },
			{ what: `${where}: items that come back`, value: execution.items(MEASURED).length, atLeast: 1, atMost: 1 },
			{ what: `${where}: time`, value: execution.milliseconds(MEASURED) / 1000, unit: 's' },
		];
	});
}

export const message1000: Bench = {
	name: 'message1000',
	about: `one message to ${PEOPLE} people, with DingTalk's limit of 20 calls a second enforced`,
	run: async () =>
		await withN8n(async (n8n) => {
			const lines: Line[] = [];
			for (const latency of [0, 50])
				for (const message of messages) lines.push(...(await send(n8n, { latency, limits: true }, message)));
			return lines;
		}),
};
