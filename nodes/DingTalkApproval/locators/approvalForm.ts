import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';

/** An approval template that the organisation's people see. https://open.dingtalk.com/document/development/obtains-a-list-of-approval-forms-visible-to-the-specified */
export const processCode = defineLocator({
	displayName: 'Approval Form',
	zh: { name: '审批模板', description: '模板编辑页面地址中的 processCode 即为其 ID' },
	name: 'processCode',
	required: true,
	description: 'The template. Its ID is the processCode in the address of its editor.',
	placeholder: 'e.g. PROC-EF6YJL35P2-SCKICSB7P750S0YISYKV3',
	url: /[?&#]processCode=(PROC-[\w-]+)/,
	urlPlaceholder: 'https://aflow.dingtalk.com/…?processCode=PROC-…',
	list: defineList({
		route: 'GET /v1.0/workflow/processes/userVisibilities/templates',
		request: () => ({}),
		paging: {
			style: 'cursor',
			cursor: 'nextToken',
			first: 0,
			size: { at: 'maxResults', max: 100 },
			entries: 'result.processList',
			next: 'result.nextToken',
		},
		entry: ({ name, processCode: code, url }) => ({ name: String(name), value: String(code), url: String(url) }),
	}),
});
