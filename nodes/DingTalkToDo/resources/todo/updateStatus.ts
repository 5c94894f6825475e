import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { taskId } from '../../locators/task';
import { owner } from './fields';

export const updateStatus = defineOperation({
	name: 'Update Status',
	value: 'updateStatus',
	action: 'Update the status of a to-do',
	description: 'Mark a to-do as done or open for its executors',
	zh: { name: '更新状态', action: '更新待办执行者状态', description: '为执行者标记待办已完成或未完成' },
	docs: 'https://open.dingtalk.com/document/development/update-dingtalk-to-do-status',
	permission: 'Todo.Todo.Write',
	route: 'PUT /v1.0/todo/users/{unionId}/tasks/{taskId}/executorStatus',
	safe: true,
	fields: [
		taskId,
		owner,
		{
			displayName: 'Executors',
			zh: { name: '执行人', description: '一个人，或用逗号分隔的多个 ID；留空则为上面的所属人' },
			name: 'executors',
			type: 'resourceLocator',
			person: 'unionId',
			many: true,
			maxItems: 1000,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'For whom to set it: one person, or several IDs separated by commas. Empty: the person above.',
		},
		{
			displayName: 'Done',
			zh: { name: '已完成', description: '待办是否已完成' },
			name: 'done',
			type: 'boolean',
			default: true,
			description: 'Whether the to-do is finished for these executors',
		},
	],
	request: ({ person, taskId: id, executors, done }) => ({
		path: { unionId: person, taskId: id },
		query: { operatorId: person },
		body: {
			executorStatusList: (executors.length > 0 ? executors : [person]).map((executor) => ({
				id: executor,
				isDone: done,
			})),
		},
	}),
});
