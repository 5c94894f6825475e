import type { Project } from '../../data/project';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';

export const stranger = () => new ApiError('user.not.exist', 'user not exist');
export const iso = (ms: number): string => new Date(ms).toISOString();
const has = (text: unknown, query: string) => String(text).includes(query);

/** Projects, what their boards consist of, and their members: https://open.dingtalk.com/document/development/create-project and its neighbours. */
export const projectRoutes = (world: World): Route[] => {
	const { projects, stages, statuses, priorities, templates } = world.data.project;
	const { company, now, nextId } = world;
	const missing = () => new ApiError('server.error', 'project not found', 500);
	const one = (projectId: string) => {
		const found = projects.find((entry) => entry.projectId === projectId);
		if (!found) throw missing();
		return found;
	};
	const newId = () => nextId().toString(16).padStart(24, '0');
	const shown = ({ created, ...entry }: Project) => ({
		...entry,
		members: undefined,
		created: iso(created),
		updated: iso(created),
		visibility: 'project',
		isTemplate: false,
	});
	const add = (name: string, creatorId: string): Project => {
		const entry = {
			projectId: newId(),
			name,
			creatorId,
			created: now(),
			isArchived: false,
			isSuspended: false,
			members: [creatorId],
		};
		projects.push(entry);
		return entry;
	};
	const refusals = { stranger, missing };
	const ofProject = ({ path }: Pick<Call, 'path'>) => {
		const { projectId } = one(path.projectId);
		return (entry: { projectId: string }) => entry.projectId === projectId;
	};

	return [
		...collection<Project>(world, {
			...refusals,
			entries: projects,
			id: 'projectId',
			show: shown,
			list: {
				route: 'POST /v1.0/project/users/{userId}/projects/query',
				filters: {
					name: ({ name }, wanted: string) => has(name, wanted),
					projectIds: ({ projectId }, wanted: string) => wanted.split(',').includes(projectId),
				},
			},
		}),
		operation(
			world,
			'GET /v1.0/project/users/{userId}/joinProjects',
			({ path }) => ({
				result: projects.filter(({ members }) => members.includes(path.userId)).map(({ projectId }) => projectId),
			}),
			refusals,
		),
		operation<{ name: string }>(
			world,
			'POST /v1.0/project/users/{userId}/projects',
			({ path, body }) => ({
				result: shown(add(body.name, path.userId)),
			}),
			refusals,
		),
		operation<{ name: string; templateId?: string }>(
			world,
			'POST /v1.0/project/users/{userId}/templates/projects',
			({ path, body }) => {
				if (!templates.some(({ id }) => id === body.templateId)) throw missing();
				const { projectId: id, name, created } = add(body.name, path.userId);
				return { result: { id, name, created: iso(created), visibility: 'project' } };
			},
			refusals,
		),
		operation(
			world,
			'GET /v1.0/project/users/{userId}/projects/{projectId}/members',
			({ path, query }) => {
				const { members, creatorId } = one(path.projectId);
				const wanted = query.userIds?.split(',');
				const found = members.filter((userId) => wanted === undefined || wanted.includes(userId));
				const skip = Number(query.skip ?? 0);
				return {
					result: found.slice(skip, skip + Number(query.maxResults ?? 10)).map((userId) => ({
						userId,
						memberId: `m${userId}`,
						role: userId === creatorId ? 2 : 0,
						roleIds: [],
					})),
				};
			},
			refusals,
		),
		operation<{ userIds: string[] }>(
			world,
			'POST /v1.0/project/users/{userId}/projects/{projectId}/members',
			({ path, body }) => {
				if (body.userIds.length > 10) throw new ApiError('server.error', 'too many users', 500);
				const { members } = one(path.projectId);
				members.push(...body.userIds.filter((userId) => !members.includes(userId)));
				const nameOf = (id: string) => company.users.find(({ userid }) => userid === id)?.name;
				return { result: body.userIds.map((userId) => ({ nickname: nameOf(userId), joined: iso(now()) })) };
			},
			refusals,
		),
		operation<{ userIds: string[] }>(
			world,
			'POST /v1.0/project/users/{userId}/projects/{projectId}/members/remove',
			({ path, body }) => {
				const project = one(path.projectId);
				const removed = project.members.filter((userId) => body.userIds.includes(userId));
				project.members = project.members.filter((userId) => !removed.includes(userId));
				return { result: removed };
			},
			refusals,
		),
		...(['suspend', 'unsuspend', 'archive'] as const).map((verb) =>
			operation(
				world,
				`POST /v1.0/project/users/{userId}/projects/{projectId}/${verb}`,
				({ path }) => {
					const project = one(path.projectId);
					if (verb === 'archive') project.isArchived = true;
					else project.isSuspended = verb === 'suspend';
					return { result: { updated: iso(now()), ...(verb === 'archive' && { isArchived: true }) } };
				},
				refusals,
			),
		),
		...collection(world, {
			...refusals,
			entries: stages,
			id: 'taskStageId',
			within: ofProject,
			list: {
				route: 'POST /v1.0/project/users/{userId}/projects/{projectId}/taskStages/search',
				filters: { query: ({ name }, wanted: string) => has(name, wanted) },
			},
		}),
		...collection(world, {
			...refusals,
			entries: statuses,
			id: 'id',
			within: ofProject,
			list: {
				route: 'GET /v1.0/project/users/{userId}/projects/{projectId}/taskflowStatuses/search',
				filters: { query: ({ name }, wanted: string) => has(name, wanted) },
			},
		}),
		operation(
			world,
			'GET /v1.0/project/organizations/users/{userId}/priorities',
			() => ({ result: priorities }),
			refusals,
		),
		operation(
			world,
			'GET /v1.0/project/organizations/users/{userId}/templates',
			({ query }) => ({
				result: templates.filter(({ name }) => has(name, query.keyword ?? '')),
			}),
			refusals,
		),
	];
};
