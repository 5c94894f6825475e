import type { Json } from '../../protocol/json';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';
import { i18nText } from '../flows/i18n';
import { app, systemToken } from './app';

/** A form (page) of a Yida app. https://open.dingtalk.com/document/development/depending-on-the-application-id-to-get-the-form-list */
export const form = defineLocator({
	displayName: 'Form',
	zh: { name: '表单', description: '从列表选择、粘贴表单链接，或填写表单编码（FORM- 开头）' },
	name: 'form',
	description: 'Chosen from the list, or by its link, or by its code (FORM-…)',
	placeholder: 'e.g. FORM-EF6Y4G8WO2FN0SUB43TDQ3CGC3FMFQ1G9400RCJ3',
	url: /\b(FORM-[\w-]+)/,
	urlPlaceholder: 'https://www.aliwork.com/APP_…/workbench/FORM-…',
	required: true,
	list: defineList({
		needs: [app, systemToken, operatorUserId],
		route: 'GET /v1.0/yida/forms',
		request: ({ app: appType, systemToken: token, operator: userId }) => ({
			query: { appType, systemToken: token, userId },
		}),
		paging: { style: 'page', cursor: 'pageNumber', size: { at: 'pageSize', max: 100 }, entries: 'result.data' },
		entry: ({ formUuid, title, formType }: Json) => ({
			name: `${i18nText(title)}${formType === 'process' ? ' (process 流程)' : ''}`,
			value: String(formUuid),
		}),
	}),
});
