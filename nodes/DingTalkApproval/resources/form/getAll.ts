import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many approval forms',
	description: 'Get the forms of the organization, or those a person sees. One call per 100.',
	zh: {
		name: '获取多个',
		action: '获取审批模板列表',
		description: '查询企业的全部模板，或某人可见的模板。每 100 个一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-a-list-of-approval-forms-visible-to-the-specified',
	permission: 'Workflow.Form.Read',
	route: 'GET /v1.0/workflow/processes/userVisibilities/templates',
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Visible To',
					zh: { name: '可见人员', description: '只返回此人可见的模板' },
					name: 'person',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Only forms that this person sees',
				},
			],
		},
	],
	request: ({ filters: { person: userId } }) => ({ query: { userId } }),
	paging: {
		style: 'cursor',
		cursor: 'nextToken',
		first: 0,
		size: { at: 'maxResults', max: 100 },
		entries: 'result.processList',
		next: 'result.nextToken',
	},
});
