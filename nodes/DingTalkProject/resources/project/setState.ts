import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { project } from '../../locators/project';

/** DingTalk's words mislead: suspend archives, archive moves to the recycle bin. https://open.dingtalk.com/document/development/items-in-recycle-bin */
const ROUTES = {
	archive: 'POST /v1.0/project/users/{userId}/projects/{projectId}/suspend',
	restore: 'POST /v1.0/project/users/{userId}/projects/{projectId}/unsuspend',
	trash: 'POST /v1.0/project/users/{userId}/projects/{projectId}/archive',
} as const;

export const setState = defineProcedure({
	name: 'Archive or Restore',
	value: 'setState',
	action: 'Archive, restore or trash a project',
	description:
		'Archive, restore or discard a project. One call. Discarded, it is in the recycle bin. What is in the recycle bin is left out of lists and searches, and comes back only by hand in Teambition.',
	zh: {
		name: '归档或恢复',
		action: '归档、恢复或回收项目',
		description:
			'将项目归档、恢复，或放入回收站。一次调用。回收站中的项目不再被统计和搜索，只能在 Teambition 中手动恢复',
	},
	docs: 'https://open.dingtalk.com/document/development/archiving-project',
	permission: 'Project.Project.Write.All',
	routes: [ROUTES.archive, ROUTES.restore, ROUTES.trash],
	fields: [
		project,
		{
			displayName: 'State',
			zh: '状态',
			name: 'state',
			type: 'options',
			default: 'archive',
			options: [
				{ name: 'Archive', value: 'archive', description: 'Finished, still to be read', zh: '归档：已结束，仍可查看' },
				{ name: 'Move to Recycle Bin', value: 'trash', zh: '放入回收站' },
				{ name: 'Restore', value: 'restore', description: 'From the archive', zh: '恢复：取消归档' },
			],
		},
		operatorUserId,
	],
	run: async ({ project: projectId, state, operator: userId }, api) => ({
		projectId,
		state,
		...(await api.call(ROUTES[state], { path: { userId, projectId } }, { safe: true })),
	}),
});
