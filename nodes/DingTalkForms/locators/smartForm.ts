import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';

/** A smart form (智能填表) that the operator created. https://open.dingtalk.com/document/development/new-obtains-the-template-that-a-user-creates */
export const smartForm = defineLocator({
	displayName: 'Form',
	zh: { name: '填表', description: '列表为操作人创建的填表，也可填写 formCode（PROC- 开头）' },
	name: 'smartForm',
	required: true,
	description: 'The list has the forms that the operator created; others go by their formCode (PROC-…)',
	placeholder: 'e.g. PROC-E5BD2166-B6F4-48B7-8E22-1D6B1B1BA48E',
	url: /[?&]formCode=([\w-]+)/,
	urlPlaceholder: 'https://…?formCode=PROC-…',
	list: defineList({
		needs: [operatorUserId],
		route: 'GET /v1.0/swform/users/forms',
		request: ({ operator: creator }) => ({ query: { creator } }),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			first: 0,
			size: { at: 'maxResults', max: 200 },
			entries: 'result.list',
			next: 'result.nextToken',
			more: 'result.hasMore',
		},
		entry: ({ formCode, name }) => ({ name: String(name), value: String(formCode) }),
	}),
});
