import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { taskId, taskIn } from './fields';

const ARCHIVE = 'POST /v1.0/project/users/{userId}/tasks/{taskId}/archive';
const DELETE = 'DELETE /v1.0/project/users/{userId}/tasks/{taskId}';

export const remove = defineProcedure({
	name: 'Delete',
	value: 'delete',
	action: 'Delete or trash a project task',
	description: 'Move a task to the recycle bin, or delete it for good. One call; a second one fails.',
	zh: { name: '删除', action: '删除项目任务', description: '将任务移入回收站或彻底删除。一次调用，重复调用会失败' },
	docs: 'https://open.dingtalk.com/document/development/delete-task',
	permission: 'Project.Task.Write.All',
	routes: [ARCHIVE, DELETE],
	fields: [
		taskId,
		{
			displayName: 'To Recycle Bin',
			zh: { name: '移入回收站', description: '是否移入回收站（Teambition 称为 archive，可恢复），否则彻底删除' },
			name: 'toRecycleBin',
			type: 'boolean',
			default: true,
			description:
				'Whether it goes to the recycle bin, which Teambition calls "archive" and from where it can come back; otherwise it is gone for good',
		},
		operatorUserId,
	],
	run: async ({ taskId: given, toRecycleBin, operator: userId }, api) => {
		const path = { userId, taskId: taskIn(given) };
		if (toRecycleBin) await api.call(ARCHIVE, { path });
		else await api.call(DELETE, { path }, { safe: false });
		return { success: true, taskId: path.taskId, inRecycleBin: toRecycleBin };
	},
});
