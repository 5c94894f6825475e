import { InputError, type Api, type Json } from '../../runtime/operation';
import { objectsIn } from '../../runtime/pick';
import { wireNumber } from '../../shared/wireNumber';

export const INSTANCE = 'GET /v1.0/workflow/processInstances';

/** An approval as DingTalk has it. https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop */
export const instanceOf = async (api: Api, processInstanceId: string): Promise<Json> =>
	await api.call(INSTANCE, { query: { processInstanceId } });

/** Whose task of which approval; the task may be named. */
export interface TaskPlace {
	processInstanceId: string;
	approver: string;
	taskId?: string;
}

/** The task as its number on the wire: the named one, or else the one that waits for this person (one call). @throws InputError when none or several wait. */
export async function taskNumber(
	api: Api,
	{ processInstanceId, approver, taskId }: TaskPlace,
): Promise<number | bigint> {
	if (taskId !== undefined) return wireNumber('Task ID', taskId);
	const { tasks, status } = await instanceOf(api, processInstanceId);
	const waiting = objectsIn(tasks).filter((task) => task.status === 'RUNNING' && task.userId === approver);
	const [task] = waiting;
	if (task === undefined)
		throw new InputError(
			'Approver',
			`"${approver}" has no task to do in this approval (its status is ${String(status)})`,
			`“${approver}”在该审批中没有待处理的任务（审批状态：${String(status)}）`,
		);
	if (waiting.length > 1) {
		const ids = waiting.map((one) => String(one.taskId)).join(', ');
		throw new InputError(
			'Task ID',
			`is needed, since several tasks of this approval wait for "${approver}": ${ids}`,
			`需要填写：“${approver}”在该审批中有多个待处理任务：${ids}`,
		);
	}
	return wireNumber('Task ID', String(task.taskId));
}
