import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';

/** A project template of the organisation. https://open.dingtalk.com/document/development/search-for-enterprise-custom-templates-by-project-template-name */
export const template = defineLocator({
	displayName: 'Template',
	zh: { name: '项目模板', description: '从列表选择，或填写模板 ID' },
	name: 'templateId',
	description: 'Chosen from the list, or by its ID',
	placeholder: 'e.g. 62e0a88c0ab9b70029c45001',
	list: defineList({
		needs: [operatorUserId],
		route: 'GET /v1.0/project/organizations/users/{userId}/templates',
		request: ({ operator: userId }, { filter }) => ({
			path: { userId },
			query: { keyword: filter === '' ? undefined : filter },
		}),
		paging: { style: 'whole', entries: 'result' },
		searchedBy: 'DingTalk',
		entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
	}),
});
