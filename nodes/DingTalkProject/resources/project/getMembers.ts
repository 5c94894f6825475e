import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { project } from '../../locators/project';

const ROLES: Readonly<Record<string, string>> = { 0: 'member', 1: 'manager', 2: 'owner' };

export const getMembers = defineOperation({
	name: 'Get Members',
	value: 'getMembers',
	action: 'Get the members of a project',
	description: 'List who belongs to a project, and in which role. One call per 300.',
	zh: { name: '获取项目成员', action: '获取项目成员', description: '获取项目的成员及角色。每 300 人一次调用' },
	docs: 'https://open.dingtalk.com/document/development/get-project-members',
	permission: 'Project.Project.Read.All',
	route: 'GET /v1.0/project/users/{userId}/projects/{projectId}/members',
	fields: [
		project,
		{
			displayName: 'Filters',
			zh: { name: '筛选', placeholder: '添加筛选' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'People',
					zh: { name: '人员', description: '只返回这些人' },
					name: 'people',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Only these',
				},
				{
					displayName: 'Project Role ID',
					zh: { name: '项目角色 ID', description: '只返回该角色的成员' },
					name: 'projectRoleId',
					type: 'string',
					id: true,
					default: '',
					description: 'Only members that have this role',
				},
			],
		},
		operatorUserId,
	],
	paging: { style: 'offset', cursor: 'skip', size: { at: 'maxResults', max: 300 }, entries: 'result' },
	request: ({ operator: userId, project: projectId, filters: { people, projectRoleId } }) => ({
		path: { userId, projectId },
		query: { userIds: people?.join(',') || undefined, projectRoleId },
	}),
	simplify: ({ userId, memberId, role, roleIds }) => ({
		userId,
		memberId,
		role: ROLES[String(role)] ?? role,
		roleIds,
	}),
});
