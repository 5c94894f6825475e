import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { centerInstanceId } from './fields';

export const updateInstance = defineOperation({
	name: 'Update Instance',
	value: 'updateInstance',
	action: 'Finish or withdraw an approval of another system',
	description: 'Say how an approval of your own system ended. One call. Finish its tasks first.',
	zh: {
		name: '更新实例状态',
		action: '更新流程中心实例状态',
		description: '将自有系统的审批设为已结束或已撤销。一次调用，请先完成其任务',
	},
	docs: 'https://open.dingtalk.com/document/development/update-instance-status',
	permission: 'Workflow.Instance.Write',
	route: 'PUT /v1.0/workflow/processCentres/instances',
	safe: true,
	fields: [
		centerInstanceId,
		{
			displayName: 'Status',
			zh: '状态',
			name: 'status',
			type: 'options',
			default: 'COMPLETED',
			options: [
				{ name: 'Completed', value: 'COMPLETED', zh: '结束' },
				{ name: 'Withdrawn', value: 'TERMINATED', zh: '撤销' },
			],
		},
		{
			displayName: 'Result',
			zh: '结果',
			name: 'result',
			type: 'options',
			default: 'agree',
			options: [
				{ name: 'Approved', value: 'agree', zh: '同意' },
				{ name: 'Rejected', value: 'refuse', zh: '拒绝' },
			],
			displayOptions: { show: { status: ['COMPLETED'] } },
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'CC',
					zh: { name: '抄送人', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'notifiers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					maxItems: 30,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Who is told: one person, or several IDs separated by commas',
				},
			],
		},
	],
	// DingTalk wants a result for a withdrawn one too, although it means nothing there.
	request: ({ processInstanceId, status, result, additionalFields: { notifiers } }) => ({
		body: {
			processInstanceId,
			status,
			result: result ?? 'agree',
			notifiers: notifiers?.map((userId) => ({ userId })),
		},
	}),
	output: ({ success }, { processInstanceId }) => ({ processInstanceId, success }),
});
