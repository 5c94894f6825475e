import { isObject, type Json } from '../../../protocol/json';
import type { Api, PartlyDone, Refusal } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';

const PROGRESS = 'POST /topapi/message/corpconversation/getsendprogress';
const RESULT = 'POST /topapi/message/corpconversation/getsendresult';
/** `status` of a delivery that is done. https://open.dingtalk.com/document/development/obtain-the-sending-progress-of-asynchronous-sending-of-enterprise-session */
const DONE = 2;
/** How often the progress is asked for, and how long between: a delivery to few people takes a second or two. */
const TRIES = 10;
const PAUSE_MS = 1000;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Why people were left out. https://open.dingtalk.com/document/development/gets-the-result-of-sending-messages-asynchronously-to-the-enterprise */
const REASONS: Record<string, string> = {
	143105: 'too many notifications to this person today 当日发送次数超限',
	143106: 'this person has had the same content today 当日已收到相同内容',
};

/** Everybody whom a result names as left out, each once, with the reason where it is said. */
export function leftOut(result: Json): Refusal[] {
	const of = (list: unknown, message: string): Refusal[] => listOf(list).map((id) => ({ entry: String(id), message }));
	const forbidden = listOf(result.forbidden_list)
		.filter(isObject)
		.map(({ userid, code }) => {
			const why = String(code);
			return { entry: String(userid), message: REASONS[why] ?? 'held back by DingTalk 被钉钉限制', code: why };
		});
	const all: Refusal[] = [
		...forbidden,
		...of(result.invalid_user_id_list, 'no such person in the reach of the app 无效的 userId 或不在应用可见范围'),
		...of(result.invalid_dept_id_list, 'no such department in the reach of the app 无效的部门 ID 或不在应用可见范围'),
		...of(result.forbidden_user_id_list, 'held back by DingTalk 被钉钉限制'),
		...of(result.failed_user_id_list, 'not delivered 发送失败'),
	];
	return [...new Map([...all].reverse().map((one) => [one.entry, one])).values()].reverse();
}

/** How many people a result counts as reached. */
export const reached = ({ read_user_id_list: read, unread_user_id_list: unread }: Json): number =>
	listOf(read).length + listOf(unread).length;

/** Waits until a notification is delivered, and asks what became of it. */
async function resultOf(agent: string, task: unknown, api: Api): Promise<Json> {
	const body = { agent_id: wireNumber('Agent ID', agent), task_id: wireNumber('Task ID', String(task)) };
	for (let tries = 1; tries <= TRIES; tries += 1) {
		const { progress } = await api.call(PROGRESS, { body }, { safe: true });
		if (isObject(progress) && Number(progress.status) === DONE) break;
		await api.pause(PAUSE_MS);
	}
	const { send_result: result } = await api.call(RESULT, { body }, { safe: true });
	return isObject(result) ? result : {};
}

/** The outcome of a notification: an error where it reached nobody. Where that cannot be asked, it was sent all the same, and a hint says so. */
export async function delivered(sent: Json, agent: string, api: Api): Promise<PartlyDone> {
	try {
		const results: Json[] = [];
		for (const task of listOf(sent.taskIds)) results.push(await resultOf(agent, task, api));
		const failed = results.flatMap(leftOut);
		const arrived = results.reduce((sum, result) => sum + reached(result), 0);
		const output = { ...sent, reached: arrived, notReached: failed.map(({ entry }) => entry) };
		return { ok: arrived > 0 || failed.length === 0 ? [output] : [], failed, within: arrived + failed.length };
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		api.hint(
			`The notification was sent, but its delivery could not be checked: ${why}`,
			`通知已发送，但无法查询送达结果：${why}`,
		);
		return { ok: [sent], failed: [] };
	}
}
