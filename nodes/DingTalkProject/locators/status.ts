import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { operatorUserId } from '../../shared/operator';
import { project } from './project';

/** Stands for the first status that ends a task. */
export const DONE = 'end';

const KINDS: Readonly<Record<string, string>> = { start: ' (start 开始)', end: ' (done 完成)' };

/** A status of a project's task flow. https://open.dingtalk.com/document/development/search-task-workflow-status */
export const status = defineLocator({
	displayName: 'Status',
	zh: { name: '任务状态', description: '从列表选择，或填写任务状态 ID；“完成”为第一个结束状态' },
	name: 'status',
	required: true,
	description:
		'Chosen from the list, or by its ID. Done is the first status that ends a task; DingTalk has no other flag for it.',
	placeholder: 'e.g. 60a2187eb72a0b29c45a0001',
	list: defineList({
		needs: [operatorUserId, project],
		route: 'GET /v1.0/project/users/{userId}/projects/{projectId}/taskflowStatuses/search',
		request: ({ operator: userId, project: projectId }, { filter }) => ({
			path: { userId, projectId },
			query: { query: filter === '' ? undefined : filter },
		}),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 300 },
			entries: 'result',
			next: 'nextToken',
		},
		searchedBy: 'DingTalk',
		first: [{ name: 'Done 完成', value: DONE }],
		entry: ({ taskflowStatusId, id, name, kind }) => ({
			name: `${String(name)}${KINDS[String(kind)] ?? ''}`,
			value: String(taskflowStatusId ?? id),
		}),
	}),
});
