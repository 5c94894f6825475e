import { DingTalkError } from '../protocol/errors';
import { isObject, type Json } from '../protocol/json';
import { each } from '../runtime/each';
import { defineField } from '../runtime/field';
import type { Api, PartlyDone, Refusal } from '../runtime/operation';
import { refusalOf } from '../runtime/partial';
import { objectsIn } from '../runtime/pick';
import { slices } from '../runtime/slices';

export const TASK = 'GET /v1.0/storage/tasks/{taskId}';

/** Waits between two looks at a task, in ms: a minute in all. */
const WAITS = [1000, 2000, 4000, 8000, 15_000, 30_000];

/** The end of what DingTalk does in the background (folders), or its state after a minute. https://open.dingtalk.com/document/development/get-the-asynchronous-task-information-in-storage */
export async function finished(api: Pick<Api, 'call' | 'pause'>, taskId: string, unionId: string): Promise<Json> {
	let task: Json = {};
	for (const wait of WAITS) {
		const answer = await api.call(TASK, { path: { taskId }, query: { unionId } });
		task = isObject(answer.task) ? answer.task : {};
		if (task.status !== 'INIT' && task.status !== 'IN_PROGRESS') break;
		await api.pause(wait);
	}
	if (task.status !== 'FAIL') return { taskId, ...task };
	throw new DingTalkError({
		code: 'taskFailed',
		kind: 'refused',
		message: String(task.failMessage ?? 'the task failed'),
	});
}

/** What copying or moving answered: the new dentry, or the task of a folder, looked at until it ends. */
export async function settledDentry(api: Api, answer: Json, unionId: string, wait: boolean): Promise<Json> {
	const { dentry, async: background, taskId } = answer;
	if (background === true && typeof taskId === 'string' && wait) return await finished(api, taskId, unionId);
	return isObject(dentry) && background !== true ? dentry : { taskId };
}

/** Calls that each deal with several files or folders. */
export interface Bulk {
	/** Most entries of one call. */
	most: number;
	call: (part: string[]) => Promise<Json>;
	/** Which member of a result names its entry. */
	id: 'dentryId' | 'recycleItemId';
	/** "was not deleted" */
	not: string;
	/** Follows an entry that DingTalk has taken to its end, since folders are dealt with in the background. */
	end: (result: Json) => Promise<Json>;
}

/** Carries out the calls and tells what has become of each entry; those of a refused call are refused one by one. */
export async function endOfEach(entries: readonly string[], { most, call, id, not, end }: Bulk): Promise<PartlyDone> {
	type Ended = { ok: Json } | { failed: Refusal };
	const refused = (entry: string) => (error: unknown) => ({ failed: refusalOf(error, entry) });
	const endOf = async (result: Json): Promise<Ended> => {
		const [entry, code] = [String(result[id]), String(result.errorCode)];
		if (result.success === false) return { failed: { entry, message: `${not} (${code})`, code } };
		return await end(result).then((ok) => ({ ok }), refused(entry));
	};
	const parts = await each(
		slices(entries, most),
		async (part) =>
			await call(part).then(
				async ({ resultItems }) => await each(objectsIn(resultItems), endOf),
				(error: unknown) => part.map((entry): Ended => refused(entry)(error)),
			),
	);
	const ended = parts.flat();
	return {
		ok: ended.flatMap((one) => ('ok' in one ? [one.ok] : [])),
		failed: ended.flatMap((one) => ('failed' in one ? [one.failed] : [])),
	};
}

/** Folders are worked on in the background; an untouched option waits for the end. */
export const returnAtOnce = defineField({
	displayName: 'Return at Once',
	zh: {
		name: '立即返回',
		description: '文件夹在后台处理：是否不等待其完成。默认最多等待一分钟，每次查询一次调用',
	},
	name: 'returnAtOnce',
	type: 'boolean',
	under: 'options',
	default: true,
	description:
		'Whether not to wait for the end of what DingTalk does in the background with folders; else it is looked at for up to a minute, one call per look',
});

export const keepPermissions = defineField({
	displayName: 'Keep Permissions',
	zh: { name: '保留权限', description: '是否保留原有权限；默认不保留' },
	name: 'keepPermissions',
	type: 'boolean',
	default: true,
	description: 'Whether to keep its permissions; DingTalk drops them otherwise',
});
