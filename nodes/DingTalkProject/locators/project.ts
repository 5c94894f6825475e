import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';

/** A Teambition project. https://open.dingtalk.com/document/development/query-enterprise-all-projects */
export const project = defineLocator({
	displayName: 'Project',
	zh: { name: '项目', description: '从列表选择、粘贴项目链接，或填写项目 ID' },
	name: 'project',
	required: true,
	description: 'Chosen from the list, or by its link, or by its ID',
	placeholder: 'e.g. 62c25e3b376ecc29c45a0001',
	url: /\/project\/(\w+)/,
	urlPlaceholder: 'https://www.teambition.com/project/…',
	page: 'https://www.teambition.com/project/{{$value}}',
	list: defineList({
		needs: [operatorUserId],
		route: 'POST /v1.0/project/users/{userId}/projects/query',
		request: ({ operator: userId }, { filter }) => ({
			path: { userId },
			query: { name: filter === '' ? undefined : filter },
		}),
		paging: {
			style: 'token',
			in: 'query',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 300 },
			entries: 'result',
			next: 'nextToken',
		},
		searchedBy: 'DingTalk',
		entry: ({ projectId, name, isArchived, isSuspended }) =>
			isArchived === true
				? undefined
				: { name: `${String(name)}${isSuspended === true ? ' (archived 已归档)' : ''}`, value: String(projectId) },
	}),
});
