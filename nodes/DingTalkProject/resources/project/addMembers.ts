import { defineOperation } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { project } from '../../locators/project';
import { people } from '../../../shared/person';

export const addMembers = defineOperation({
	name: 'Add Members',
	value: 'addMembers',
	action: 'Add people to a project',
	description: 'Make people members of a project. One call per 10 people.',
	zh: { name: '添加项目成员', action: '添加项目成员', description: '将员工添加到项目。每 10 人一次调用' },
	docs: 'https://open.dingtalk.com/document/development/add-project-members',
	permission: 'Project.Project.Write.All',
	route: 'POST /v1.0/project/users/{userId}/projects/{projectId}/members',
	safe: true,
	fields: [project, people, operatorUserId],
	split: { lists: { people: 10 }, merge: (answers) => ({ result: answers.flatMap(({ result }) => result) }) },
	request: ({ operator: userId, project: projectId, people: userIds }) => ({
		path: { userId, projectId },
		body: { userIds },
	}),
	output: ({ result, failed }, { project: projectId, people: userIds }) => ({
		projectId,
		userIds,
		members: result,
		...(failed !== undefined && { failed }),
	}),
});
