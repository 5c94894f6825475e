import { defineOperation } from '../../../runtime/operation';
import { simplifyInstance } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an approval',
	description: 'Get the form, the state and the history of an approval',
	zh: { name: '获取', action: '获取审批实例详情', description: '查询审批的表单、状态和操作记录' },
	docs: 'https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop',
	permission: 'Workflow.Instance.Read',
	route: 'GET /v1.0/workflow/processInstances',
	fields: [
		{
			displayName: 'Instance ID',
			zh: { name: '审批实例 ID', description: '创建、查询审批以及审批事件返回的 ID' },
			name: 'processInstanceId',
			type: 'string',
			required: true,
			default: '',
			description: 'ID of the approval, as Create, Get Many and the approval events give it',
		},
	],
	request: ({ processInstanceId }) => ({ query: { processInstanceId } }),
	output: ({ result }, { processInstanceId }) => Object.assign({ processInstanceId }, result),
	simplify: simplifyInstance,
});
