import { jsonText } from '../../../protocol/request';
import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { language } from '../yidaForm/fields';
import { instanceIn, place, taskId } from './fields';

export const execute = defineOperation({
	name: 'Approve or Reject',
	value: 'execute',
	action: 'Approve or reject a task',
	description:
		'Approve or reject in the name of the person who is asked. One call. A second one fails: the task is gone.',
	zh: {
		name: '同意或拒绝',
		action: '同意或拒绝宜搭审批任务',
		description: '以任务处理人的身份审批。一次调用；重复调用会失败，因为任务已不存在',
	},
	docs: 'https://open.dingtalk.com/document/development/execute-approval-tasks',
	permission: 'Yida.Process.Write',
	route: 'POST /v1.0/yida/tasks/execute',
	fields: [
		...place,
		taskId,
		{
			displayName: 'Approver',
			zh: { name: '审批人', description: '该任务的处理人（“获取运行任务”的 actualActionerId）' },
			name: 'approver',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who holds the task: actualActionerId of Get Tasks',
		},
		{
			displayName: 'Decision',
			zh: '审批结果',
			name: 'outResult',
			type: 'options',
			default: 'AGREE',
			options: [
				{ name: 'Approve', value: 'AGREE', zh: '同意' },
				{ name: 'Reject', value: 'DISAGREE', zh: '拒绝' },
			],
		},
		{
			displayName: 'Comment',
			zh: '审批意见',
			name: 'remark',
			type: 'string',
			typeOptions: { rows: 2 },
			required: true,
			default: '',
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
					displayName: 'Form Values (JSON)',
					zh: { name: '表单值（JSON）', description: '审批时一并修改的组件值，以组件 ID 为键' },
					name: 'formDataJson',
					type: 'json',
					default: '{}',
					description: 'Values that are changed along with it, by component ID',
				},
				language,
				{
					displayName: 'Signature URL',
					zh: { name: '电子签名地址', description: '审批人已有电子签名的地址' },
					name: 'digitalSignUrl',
					type: 'string',
					default: '',
					description: "Address of the approver's signature",
				},
				{
					displayName: 'Skip Checks and Rules',
					zh: { name: '不执行校验与关联操作', description: '是否不执行表单的校验规则和关联操作' },
					name: 'noExecuteExpressions',
					type: 'boolean',
					default: true,
					description: "Whether the form's checks and rules are skipped",
				},
			],
		},
	],
	request: ({ app, systemToken, processInstanceId, taskId: task, approver, outResult, remark, additionalFields }) => {
		const { formDataJson, noExecuteExpressions, ...rest } = additionalFields;
		return {
			body: {
				appType: app,
				systemToken,
				processInstanceId: instanceIn(processInstanceId),
				taskId: wireNumber('Task ID', task),
				userId: approver,
				outResult,
				remark,
				formDataJson: typeof formDataJson === 'object' && formDataJson !== null ? jsonText(formDataJson) : undefined,
				noExecuteExpressions: noExecuteExpressions === undefined ? undefined : noExecuteExpressions ? 'y' : 'n',
				...rest,
			},
		};
	},
	output: (_, { processInstanceId, taskId: task, outResult }) => ({
		success: true,
		processInstanceId: instanceIn(processInstanceId),
		taskId: task,
		outResult,
	}),
});
