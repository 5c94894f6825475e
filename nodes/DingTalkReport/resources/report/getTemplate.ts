import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { TEMPLATE } from '../../flows/template';
import { template } from '../../locators/template';

export const getTemplate = defineOperation({
	name: 'Get Template',
	value: 'getTemplate',
	action: 'Get the fields of a report template',
	description:
		'Get the fields, receivers and groups of a template. One call. Only fields of type 1 (text) can be filled in by Create.',
	zh: {
		name: '获取模板详情',
		action: '获取日志模板详情',
		description: '获取模板的字段、默认接收人和接收群。一次调用。“创建”只能填写 type 为 1（文本）的字段',
	},
	docs: 'https://open.dingtalk.com/document/development/query-template-details',
	permission: 'qyapi_report_query',
	route: TEMPLATE,
	safe: true,
	fields: [template, operatorUserId],
	request: ({ template: template_name, operator: userid }) => ({ body: { template_name, userid } }),
});
