import { Agent, request } from 'undici';
import { type Step, line, trigger } from '../test/e2e/support/workflow';
import type { Stage } from './stage';

/** An active workflow that does nothing but begin, and how it is made to begin. */
export interface Side {
	workflowId: string;
	/**
	 * Sends so many events, named prefix + number.
	 * @returns how many of them were refused; resolves when all are on their way or answered
	 */
	send(count: number, prefix: string): Promise<number>;
}

/** Longer than a busy n8n takes to answer its last call. */
const ANSWER_MS = 600_000;

const nothing: Step = { name: 'Nothing', type: 'n8n-nodes-base.noOp', typeVersion: 1, parameters: {} };
type ResponseMode = 'onReceived' | 'lastNode';
const webhook = (path: string, responseMode: ResponseMode): Step => ({
	name: 'Webhook',
	type: 'n8n-nodes-base.webhook',
	typeVersion: 2.1,
	parameters: { httpMethod: 'POST', path, responseMode, options: {} },
});

/** An attendance event of the size that DingTalk sends. */
const checked = (eventId: string) => ({
	dataList: [
		{
			address: '杭州市余杭区',
			corpId: 'dingbench',
			checkTime: Date.now(),
			locationResult: 'Normal',
			groupId: '685935028',
			latitude: 30.285230848524307,
			longitude: 120.01713514539931,
			bizId: `B${eventId}`,
			locationMethod: 'MAP',
			userId: 'zhangsan',
			checkByUser: true,
		},
	],
});

const ids = (count: number, prefix: string): string[] =>
	Array.from({ length: count }, (_, index) => `${prefix}${index}`);

async function activated({ n8n, save }: Stage, name: string, step: Step): Promise<string> {
	const { id } = await save(line(name, [step, nothing]));
	await n8n.api.activate(id);
	return id;
}

/** The trigger as it comes, over Stream. */
export async function dingTalkTrigger(stage: Stage): Promise<Side> {
	return {
		workflowId: await activated(stage, 'DingTalk Trigger', trigger()),
		send: async (count, prefix) => {
			for (const eventId of ids(count, prefix))
				stage.sandbox.push('attendance_check_record', checked(eventId), { via: 'stream', eventId });
			return await Promise.resolve(0);
		},
	};
}

/**
 * n8n's own Webhook node, called with the same events.
 * @param connections that the calls share: so many wait for an answer at a time
 * @param responseMode when it answers: at once, or when its execution has ended
 */
export async function webhookNode(
	stage: Stage,
	connections: number,
	responseMode: ResponseMode = 'onReceived',
): Promise<Side> {
	const path = `burst-${responseMode}-over-${connections}`;
	const url = `${stage.n8n.url}/webhook/${path}`;
	return {
		workflowId: await activated(stage, path, webhook(path, responseMode)),
		send: async (count, prefix) => {
			const dispatcher = new Agent({ connections, headersTimeout: ANSWER_MS, connectTimeout: ANSWER_MS });
			const isTaken = async (eventId: string): Promise<boolean> => {
				const body = JSON.stringify({ eventType: 'attendance_check_record', eventId, data: checked(eventId) });
				const answer = await request(url, {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body,
					dispatcher,
				});
				await answer.body.dump();
				return answer.statusCode === 200;
			};
			// A connection that breaks off is as good as a refusal: the caller does not know better.
			const taken = await Promise.all(
				ids(count, prefix).map(async (eventId) => await isTaken(eventId).catch(() => false)),
			);
			await dispatcher.destroy();
			return taken.filter((one) => !one).length;
		},
	};
}
