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
 * @param send One call → what became of each of its tasks.
 * @returns per item its tasks' results, or why one of them was refused.
 */
export async function writeTasks(
	items: readonly TaskWrite[],
	send: (around: Json, tasks: Json[]) => Promise<Json[]>,
): Promise<Array<Json[] | Refusal>> {
	const results: Array<Json[] | Refusal> = items.map(() => []);
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
			const before = results[item];
			if (!Array.isArray(before)) return;
			if ('error' in outcome) results[item] = refusalOf(outcome.error, String(task.userId ?? task.taskId));
			else before.push(outcome.result);
		});
	}
	return results;
}
