import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { i18nText } from '../../flows/i18n';
import { app, systemToken } from '../../locators/app';

export const getForms = defineOperation({
	name: 'Get Forms',
	value: 'getForms',
	action: 'Get the forms of a Yida app',
	description: 'List the forms and process forms of an app. One call per 100.',
	zh: {
		name: '获取表单列表',
		action: '获取宜搭应用的表单',
		description: '获取应用下的普通表单与流程表单。每 100 个一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/depending-on-the-application-id-to-get-the-form-list',
	permission: 'Yida.Form.Read',
	route: 'GET /v1.0/yida/forms',
	fields: [
		app,
		systemToken,
		{
			displayName: 'Type',
			zh: '类型',
			name: 'formTypes',
			type: 'options',
			default: 'receipt,process',
			options: [
				{ name: 'All', value: 'receipt,process', zh: '全部' },
				{ name: 'Process Forms', value: 'process', zh: '流程表单' },
				{ name: 'Simple Forms', value: 'receipt', zh: '普通表单' },
			],
		},
		operatorUserId,
	],
	paging: { style: 'page', cursor: 'pageNumber', size: { at: 'pageSize', max: 100 }, entries: 'result.data' },
	request: ({ app: appType, systemToken: token, operator: userId, formTypes }) => ({
		query: { appType, systemToken: token, userId, formTypes },
	}),
	simplify: ({ formUuid, title, formType, creator, gmtCreate }) => ({
		formUuid,
		title: i18nText(title),
		formType,
		creator,
		gmtCreate,
	}),
});
