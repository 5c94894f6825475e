import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { project } from '../../locators/project';
import { people } from '../../../shared/person';

export const removeMembers = defineOperation({
	name: 'Remove Members',
	value: 'removeMembers',
	action: 'Remove people from a project',
	description: 'Take people out of a project. One call per 10 people.',
	zh: { name: '移除项目成员', action: '移除项目成员', description: '将员工移出项目。每 10 人一次调用' },
	docs: 'https://open.dingtalk.com/document/development/delete-project-members',
	permission: 'Project.Project.Write.All',
	route: 'POST /v1.0/project/users/{userId}/projects/{projectId}/members/remove',
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
		removed: result,
		...(failed !== undefined && { failed }),
	}),
	// The IDs of the answer are Teambition's: how many they are is all that can be compared.
	remark: ({ result: removed, failed }, { people: sent }) => {
		const all = sent.length - objectsIn(failed).flatMap((part) => part.people).length;
		return Array.isArray(removed) && removed.length < all
			? {
					en: `DingTalk removed ${removed.length} of ${all} people; the others may not have been members of the project`,
					zh: `钉钉移除了 ${all} 人中的 ${removed.length} 人，其余的人可能不是项目成员`,
				}
			: undefined;
	},
});
