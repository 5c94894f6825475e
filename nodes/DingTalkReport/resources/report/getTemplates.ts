import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { templatePaging, TEMPLATES } from '../../locators/template';

export const getTemplates = defineOperation({
	name: 'Get Templates',
	value: 'getTemplates',
	action: 'Get report templates',
	description: "Get the templates of reports. One call per 100. 'report_code' is the ID of the template.",
	zh: {
		name: '获取模板',
		action: '获取日志模板列表',
		description: '获取日志模板。每 100 个一次调用。report_code 是模板 ID',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-the-list-of-visible-log-templates-based-on-the',
	permission: 'qyapi_report_query',
	route: TEMPLATES,
	safe: true,
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
					zh: { name: '可见人', description: '只查此人可见的模板；不填则查全部' },
					name: 'visibleTo',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Only templates that this person sees; without it all of them',
				},
			],
		},
	],
	request: ({ filters: { visibleTo: userid } }) => ({ body: { userid } }),
	paging: templatePaging,
});
