import { toZoned } from '../../runtime/moment';
import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import type { Paging } from '../../protocol/paging';
import { owner } from '../resources/todo/fields';

/** https://open.dingtalk.com/document/development/query-the-to-do-list-of-enterprise-users */
export const TASKS = 'POST /v1.0/todo/users/{unionId}/org/tasks/query';
/** DingTalk does not say how long a page is. */
export const taskPages: Paging = { style: 'token', cursor: 'nextToken', entries: 'todoCards', next: 'nextToken' };

/** A to-do of the person in the form. */
export const taskId = defineLocator({
	displayName: 'To-Do',
	zh: { name: '待办', description: '从未完成的待办中选择，或填写创建、查询时返回的待办 ID' },
	name: 'taskId',
	required: true,
	description: "Chosen from the person's open to-dos, or by its ID, as Create and Get Many return it",
	placeholder: 'e.g. taskOPJpwtwPVNGIFKURjrzd',
	list: defineList({
		needs: [owner],
		route: TASKS,
		request: ({ person: unionId }) => ({ path: { unionId }, body: { isDone: false } }),
		paging: taskPages,
		entry: ({ taskId: id, subject, dueTime }) => {
			const due = typeof dueTime === 'number' ? ` (${toZoned(dueTime, 'local').slice(0, 16).replace('T', ' ')})` : '';
			return { name: `${String(subject)}${due}`, value: String(id) };
		},
	}),
});
