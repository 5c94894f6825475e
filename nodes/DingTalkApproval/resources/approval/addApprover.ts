import { defineProcedure, InputError } from '../../../runtime/operation';
import { people } from '../../../shared/person';
import { INSTANCE, taskNumber } from '../../flows/runningTask';
import { approver, instanceId, remark, taskId } from './task';

const APPEND = 'POST /v1.0/workflow/premium/tasks/append';

export const addApprover = defineProcedure({
	name: 'Add Approvers',
	value: 'addApprover',
	action: 'Add approvers before or after a task',
	description:
		'Add people before or after an approver (OA premium edition). One call, two without the Task ID. The same call again adds them again.',
	zh: {
		name: '加签',
		action: '加签审批任务',
		description: '在审批人的任务前或后加签（仅 OA 高级版）。一次调用，未填任务 ID 时两次；重复执行会重复加签',
	},
	docs: 'https://open.dingtalk.com/document/development/api-premiumappendtask',
	permission: 'Premium.Workflow.ReadWrite.All',
	routes: [APPEND, INSTANCE],
	fields: [
		instanceId,
		approver,
		taskId,
		{
			...people,
			displayName: 'People to Add',
			zh: { name: '加签人', description: '一个人，或用逗号分隔的多个 ID，不能包含当前审批人' },
			name: 'appenders',
			description: 'One person, or several IDs separated by commas. The approver must not be among them.',
		},
		{
			displayName: 'Position',
			zh: '加签方式',
			name: 'type',
			type: 'options',
			default: 'after',
			options: [
				{ name: 'After the Task', value: 'after', zh: '后加签' },
				{ name: 'Before the Task', value: 'before', zh: '前加签' },
			],
		},
		{
			displayName: 'Order',
			zh: '审批方式',
			name: 'activateType',
			type: 'options',
			default: 'ALL',
			options: [
				{ name: 'All at Once', value: 'ALL', zh: '会签或或签' },
				{ name: 'One by One', value: 'ONE_BY_ONE', zh: '依次审批' },
			],
		},
		{
			displayName: 'Everybody Must Agree',
			zh: { name: '需要全部同意', description: '是否所有加签人都要同意；关闭则一人同意即可。依次审批时须开启' },
			name: 'agreeAll',
			type: 'boolean',
			default: true,
			description: 'Whether all of them must agree; otherwise one is enough. One by One needs it.',
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
	plan: ({ appenders, type, activateType, agreeAll, additionalFields: { remark: words }, ...place }) => {
		if (appenders.includes(place.approver))
			throw new InputError('People to Add', 'must not include the approver', '不能包含当前审批人');
		if (activateType === 'ONE_BY_ONE' && !agreeAll)
			throw new InputError('Everybody Must Agree', 'must be on when they approve one by one', '依次审批时必须开启');
		return { place, body: { appenderUserIds: appenders, type, activateType, agreeAll, remark: words } };
	},
	run: async ({ place, body }, api) => {
		const { processInstanceId, approver: operateUserId } = place;
		const task = await taskNumber(api, place);
		const { result } = await api.call(APPEND, { body: { ...body, processInstanceId, operateUserId, taskId: task } });
		return { processInstanceId, taskId: String(task), result: result ?? true };
	},
});
