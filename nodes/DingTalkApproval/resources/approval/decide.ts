import { defineFields, type Field } from '../../../runtime/field';
import type { Values } from '../../../runtime/fieldValues';
import { doneAllTheSame } from '../../../runtime/answer';
import type { Api, Json } from '../../../runtime/operation';
import { INSTANCE, taskNumber } from '../../flows/runningTask';
import { approver, attachments, filesOf, instanceId, photos, remark, taskId } from './task';

const EXECUTE = 'POST /v1.0/workflow/processInstances/execute';

export const decideRoutes = [EXECUTE, INSTANCE] as const;

/** Fields of Approve and of Reject. */
export const decideFields = defineFields([
	instanceId,
	approver,
	taskId,
	{
		displayName: 'Additional Fields',
		zh: { name: '更多字段', placeholder: '添加字段' },
		name: 'additionalFields',
		type: 'collection',
		placeholder: 'Add Field',
		default: {},
		options: [attachments, remark, photos],
	},
] as const satisfies readonly Field[]);

type Decision = Values<typeof decideFields>;

/** Refuses bad files before any call. */
export const decidePlan = ({
	additionalFields: { remark: words, photos: pictures, attachments: files },
	...place
}: Decision) => ({
	...place,
	remark: words,
	file: filesOf(pictures, files),
});

/** Agrees to or refuses the task of an approver. One call, two without the task's ID. https://open.dingtalk.com/document/development/approve-or-reject-the-approval-task */
export async function decide(
	api: Api,
	result: 'agree' | 'refuse',
	{ remark: words, file, ...place }: ReturnType<typeof decidePlan>,
): Promise<Json> {
	const task = await taskNumber(api, place);
	const body = {
		processInstanceId: place.processInstanceId,
		actionerUserId: place.approver,
		taskId: task,
		result,
		remark: words,
		file,
	};
	// By the page `result` is the decision: false for one that was rejected.
	await api.call(EXECUTE, { body }).catch(result === 'refuse' ? doneAllTheSame : undefined);
	return { processInstanceId: place.processInstanceId, taskId: String(task), result };
}
