import { writeJson, type Json } from '../../protocol/json';
import { inBatches } from '../../runtime/batch';
import { refusalOf } from '../../runtime/partial';
import type { Refusal } from '../../runtime/operation';

/** Tasks of one call. https://open.dingtalk.com/document/development/create-pending-tasks-in-process-center */
const MOST_TASKS = 20;

/** The tasks of one item, and what else its call says. */
export interface TaskWrite {
	tasks: Json[];
	/** Members of the body beside the tasks; calls carry only tasks whose are the same. */
	around: Json;
}

/**
 * Writes the tasks of several items, 20 per call, one call after the other: DingTalk takes no parallel calls for one instance.
 * @param send One call → what became of each of its tasks, in their order.
 * @returns per item what became of each of its tasks: one that was refused loses none of the others.
 */
export async function writeTasks(
	items: readonly TaskWrite[],
	send: (around: Json, tasks: Json[]) => Promise<Array<Json | Refusal>>,
): Promise<Array<Array<Json | Refusal>>> {
	const results: Array<Array<Json | Refusal>> = items.map(() => []);
	const groups = new Map<string, { around: Json; entries: Array<{ item: number; task: Json }> }>();
	items.forEach(({ tasks, around }, item) => {
		const key = writeJson(around);
		const group = groups.get(key) ?? { around, entries: [] };
		group.entries.push(...tasks.map((task) => ({ item, task })));
		groups.set(key, group);
	});
	for (const { around, entries } of groups.values()) {
		const outcomes = await inBatches(
			entries,
			MOST_TASKS,
			async (part) =>
				await send(
					around,
					part.map(({ task }) => task),
				),
		);
		outcomes.forEach((outcome, index) => {
			const { item, task } = entries[index] ?? { item: 0, task: {} };
			results[item]?.push(
				'error' in outcome ? refusalOf(outcome.error, String(task.userId ?? task.taskId)) : outcome.result,
			);
		});
	}
	return results;
}

/**
 * Each task with the ID that the answer has for its person: in which order it names them is not said, and one may be missing. What
 * names none of these people goes by its place, where there are as many as were sent.
 */
export function madeOf(tasks: readonly Json[], answered: readonly Json[]): Array<Json | Refusal> {
	const left = answered.filter(({ taskId }) => taskId !== undefined);
	const complete = left.length === tasks.length;
	const own = tasks.map(({ userId }) => {
		const at = left.findIndex((one) => String(one.userId) === userId);
		return at < 0 ? undefined : left.splice(at, 1)[0];
	});
	return tasks.map(({ userId }, index) => {
		const made = own[index] ?? (complete ? left.shift() : undefined);
		return made
			? { taskId: String(made.taskId), userId: made.userId ?? userId }
			: {
					entry: String(userId),
					code: 'noTaskId',
					message: 'DingTalk answered no task ID for this person. The task may be there all the same',
				};
	});
}
