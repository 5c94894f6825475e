import { defineProcedure, InputError } from '../../../runtime/operation';
import { INSTANCE, taskNumber } from '../../flows/runningTask';
import { approver, instanceId, remark, taskId } from './task';

const REVERT = 'POST /v1.0/workflow/premium/tasks/revert';
/** The step of the originator has this ID in every flow. https://open.dingtalk.com/document/development/api-premiumreverttask */
const START = 'sid-startevent';

export const returnTask = defineProcedure({
	name: 'Return',
	value: 'returnTask',
	action: 'Return an approval to an earlier step',
	description:
		'Give an approval back to somebody before. OA premium edition only; to its originator or to an earlier approver. One call, two without the Task ID.',
	zh: {
		name: '退回',
		action: '退回审批任务',
		description: '将审批退回给发起人或之前的审批人（仅 OA 高级版）。一次调用，未填任务 ID 时两次',
	},
	docs: 'https://open.dingtalk.com/document/development/api-premiumreverttask',
	permission: 'Premium.Workflow.ReadWrite.All',
	routes: [REVERT, INSTANCE],
	fields: [
		instanceId,
		approver,
		taskId,
		{
			displayName: 'Return To',
			zh: '退回到',
			name: 'revertAction',
			type: 'options',
			default: 'REVERT_FOR_RESUBMIT',
			options: [
				{ name: 'Approver', value: 'REVERT_FOR_APPROVAL', zh: '审批人' },
				{ name: 'Originator', value: 'REVERT_FOR_RESUBMIT', zh: '发起人' },
			],
		},
		{
			displayName: 'Activity ID',
			zh: { name: '节点 ID', description: '“获取审批”的 tasks 或“预测流程”中该节点的 activityId' },
			name: 'targetActivityId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			placeholder: 'e.g. d3aa_1974',
			displayOptions: { show: { revertAction: ['REVERT_FOR_APPROVAL'] } },
			description: 'The activityId of the step, as the tasks of Get or the steps of Forecast have it',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [remark],
		},
	],
	plan: ({ revertAction, targetActivityId, additionalFields: { remark: words }, ...place }) => {
		const target = revertAction === 'REVERT_FOR_RESUBMIT' ? START : targetActivityId;
		if (target === undefined) throw new InputError('Activity ID', 'is empty', '为空');
		return { place, body: { revertAction, targetActivityId: target, remark: words } };
	},
	run: async ({ place, body }, api) => {
		const { processInstanceId, approver: operateUserId } = place;
		const task = await taskNumber(api, place);
		const { result } = await api.call(REVERT, { body: { ...body, processInstanceId, operateUserId, taskId: task } });
		return { processInstanceId, taskId: String(task), result: result ?? true };
	},
});
