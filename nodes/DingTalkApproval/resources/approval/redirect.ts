import { defineProcedure } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { INSTANCE, taskNumber } from '../../flows/runningTask';
import { approver, attachments, filesOf, instanceId, photos, taskId } from './task';

const REDIRECT = 'POST /v1.0/workflow/tasks/redirect';

export const redirect = defineProcedure({
	name: 'Redirect',
	value: 'redirect',
	action: 'Redirect an approval task',
	description:
		'Hand a task over to another approver. One call, two without the Task ID. The first approver must hold the running task.',
	zh: {
		name: '转交',
		action: '转交审批任务',
		description: '将审批任务转交给其他人。一次调用，未填任务 ID 时两次。须为该任务当前的审批人',
	},
	docs: 'https://open.dingtalk.com/document/development/transfer-the-oa-approval-task',
	permission: 'Workflow.Instance.Write',
	routes: [REDIRECT, INSTANCE],
	fields: [
		instanceId,
		approver,
		{
			displayName: 'New Approver',
			zh: { name: '转交给', description: '接手任务的员工' },
			name: 'newApprover',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who gets the task',
		},
		taskId,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				attachments,
				{
					displayName: 'Comment',
					zh: '转交备注',
					name: 'remark',
					type: 'string',
					default: '',
					maxLength: 256,
					typeOptions: { rows: 3 },
				},
				photos,
				{
					displayName: 'Step Name',
					zh: { name: '操作节点名', description: '流程中显示的节点名称' },
					name: 'actionName',
					type: 'string',
					default: '',
					maxLength: 128,
					description: 'Name of the step in the flow',
				},
			],
		},
	],
	plan: ({ additionalFields: { photos: pictures, attachments: files, ...words }, newApprover, ...place }) => ({
		place,
		body: { ...words, toUserId: newApprover, operateUserId: place.approver, file: filesOf(pictures, files) },
	}),
	run: async ({ place, body }, api) => {
		const task = await taskNumber(api, place);
		const { result } = await api.call(REDIRECT, { body: { ...body, taskId: task } });
		return { taskId: String(task), toUserId: body.toUserId, result: result ?? true };
	},
});
