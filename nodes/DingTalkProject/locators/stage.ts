import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';
import { project } from './project';

/** A column of a project's board. https://open.dingtalk.com/document/development/get-task-list */
export const stage = defineLocator({
	displayName: 'Stage',
	zh: { name: '任务列', description: '任务放入看板的哪一列；从列表选择，或填写任务列 ID' },
	name: 'stageId',
	description: 'The column of the board that the task stands in; chosen from the list, or by its ID',
	placeholder: 'e.g. 62c25e3b376ecc29c45a0001',
	list: defineList({
		needs: [operatorUserId, project],
		route: 'POST /v1.0/project/users/{userId}/projects/{projectId}/taskStages/search',
		request: ({ operator: userId, project: projectId }, { filter }) => ({
			path: { userId, projectId },
			query: { query: filter === '' ? undefined : filter },
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
		entry: ({ taskStageId, name }) => ({ name: String(name), value: String(taskStageId) }),
	}),
});
