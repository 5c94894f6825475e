import { defineOperation } from '../../../runtime/operation';
import { simplifyInstance } from './fields';
import { instanceId } from './task';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get an approval',
	description: 'Get the form, the state and the history of an approval. One call. Download Attachment gets its files.',
	zh: {
		name: '获取',
		action: '获取审批实例详情',
		description: '查询审批的表单、状态和操作记录。一次调用；附件用“下载附件”获取',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-details-of-a-single-approval-instance-pop',
	permission: 'Workflow.Instance.Read',
	route: 'GET /v1.0/workflow/processInstances',
	fields: [instanceId],
	request: ({ processInstanceId }) => ({ query: { processInstanceId } }),
	output: ({ result }, { processInstanceId }) => Object.assign({ processInstanceId }, result),
	simplify: simplifyInstance,
});
