import type { ProjectTask } from '../../data/project';
import type { RouteName } from '../../catalog';
import { ApiError } from '../../errors';
import type { Call, Route, World } from '../../world';
import { collection } from '../collection';
import { operation } from '../operation';
import { documented } from '../pour';
import { iso, stranger } from './projects';
import { meetsTql } from './tql';

interface Fields {
	content: string;
	note: string;
	executorId: string;
	priority: number;
	dueDate: string;
	startDate: string;
	stageId: string;
	projectId: string;
	parentTaskId: string;
	taskflowStatusId: string;
	involveMembers: string[];
	addInvolvers: string[];
	delInvolvers: string[];
	customFieldName: string;
	value: Array<{ title: string }>;
	customfields: Array<{ customfieldName: string; value: Array<{ title: string }> }>;
}
interface Hours {
	objectId: string;
	executorId: string;
	startDate: string;
	endDate: string;
	isDuration: boolean;
	workTime?: number;
	planTime?: number;
}

const TASK = '/v1.0/project/users/{userId}/tasks/{taskId}';
const DAY = 86_400_000;
const MOST = DAY;

/** Tasks of Teambition and hours on them: https://open.dingtalk.com/document/development/create-a-project-task and its neighbours. */
export const taskRoutes = (world: World): Route[] => {
	const { tasks, projects, statuses, hours, priorities, stages } = world.data.project;
	const { now, nextId } = world;
	const missing = () => new ApiError('server.error', 'task not found', 500);
	const refuse = (what: string) => new ApiError('server.error', `${what} is invalid`, 500);
	const refusals = { stranger, missing };
	const one = (taskId: string) => {
		const found = tasks.find((entry) => entry.taskId === taskId);
		if (!found) throw missing();
		return found;
	};
	const isDone = ({ statusId }: ProjectTask) => statuses.find(({ id }) => id === statusId)?.kind === 'end';
	const moment = (text: string | undefined) => (text === undefined ? undefined : Date.parse(text));
	const customs = ({ customFields }: ProjectTask) =>
		customFields.map(({ name, values }) => ({
			customFieldId: `cf${name}`,
			customfieldId: `cf${name}`,
			value: values.map((title) => ({ title })),
		}));
	const shown = (task: ProjectTask) => ({
		...task,
		// The routes spell these in two ways.
		taskStageId: task.stageId,
		taskflowStatusId: task.statusId,
		taskflowstatusId: task.statusId,
		isDone: isDone(task),
		customFields: customs(task),
		customfields: customs(task),
		dueDate: task.dueDate === undefined ? undefined : iso(task.dueDate),
		startDate: task.startDate === undefined ? undefined : iso(task.startDate),
		created: iso(task.created),
		updated: iso(task.updated),
		visible: 'members',
	});
	const priority = (given: number | undefined) => {
		if (given !== undefined && !priorities.some((entry) => entry.priority === String(given))) throw refuse('priority');
		return given;
	};
	/** One route per field: what it sets, and what it answers. */
	const change = (route: RouteName, set: (task: ProjectTask, body: Fields) => object): Route =>
		operation<Fields>(
			world,
			route,
			({ path, body }) => {
				const task = one(path.taskId);
				const answer = set(task, body);
				task.updated = now();
				return { result: { ...answer, updated: iso(task.updated) } };
			},
			refusals,
		);
	const log =
		(planned: boolean) =>
		({ body }: Call<Hours>) => {
			const { objectId, executorId, startDate, endDate, isDuration, workTime, planTime } = body;
			const taskId = one(objectId).taskId;
			const total = workTime ?? planTime ?? 0;
			if (total <= 0 || total > MOST) return { result: { ok: false, message: '工时不超过24小时', body: [] } };
			const days = (Date.parse(endDate) - Date.parse(startDate)) / DAY + 1;
			const ms = isDuration ? total / days : total;
			const dates = Array.from({ length: days }, (_, i) => iso(Date.parse(startDate) + i * DAY));
			for (const date of dates) hours.push({ objectId, executorId, date, ms, planned });
			const entry = (date: string) => (planned ? { objectId, date, planTime: ms } : { taskId, date, workTime: ms });
			return { result: { ok: true, message: '创建成功', body: dates.map(entry) } };
		};

	return [
		operation<Fields>(
			world,
			'POST /v1.0/project/users/{userId}/tasks',
			({ path, body }, { response }) => {
				if (!projects.some(({ projectId }) => projectId === body.projectId)) throw refuse('projectId');
				if (body.stageId !== undefined && !stages.some(({ taskStageId }) => taskStageId === body.stageId))
					throw refuse('stageId');
				const first = statuses.find(({ projectId, kind }) => projectId === body.projectId && kind === 'start');
				const task: ProjectTask = {
					taskId: nextId().toString(16).padStart(24, '0'),
					projectId: body.projectId,
					content: body.content,
					note: body.note ?? '',
					executorId: body.executorId ?? '',
					creatorId: path.userId,
					involveMembers: [body.executorId ?? path.userId],
					priority: priority(body.priority) ?? 0,
					stageId: body.stageId ?? '',
					statusId: first?.id ?? '',
					parentTaskId: body.parentTaskId,
					dueDate: moment(body.dueDate),
					startDate: moment(body.startDate),
					created: now(),
					updated: now(),
					isArchived: false,
					customFields: (body.customfields ?? []).map(({ customfieldName: name, value }) => ({
						name,
						values: value.map(({ title }) => title),
					})),
				};
				tasks.push(task);
				return response ? documented(response, { result: shown(task) }) : {};
			},
			refusals,
		),
		operation(
			world,
			'GET /v1.0/project/users/{userId}/tasks',
			({ query }, { response }) => {
				const ids = query.taskId?.split(',') ?? [];
				const found = tasks.filter(({ taskId, parentTaskId }) =>
					query.parentTaskId === undefined ? ids.includes(taskId) : parentTaskId === query.parentTaskId,
				);
				return response ? documented(response, { result: found.map(shown) }) : {};
			},
			refusals,
		),
		...collection<ProjectTask>(world, {
			...refusals,
			entries: tasks,
			id: 'taskId',
			within:
				({ path }) =>
				({ projectId, isArchived }) =>
					projectId === path.projectId && !isArchived,
			show: shown,
			list: {
				route: 'GET /v1.0/project/users/{userId}/projectIds/{projectId}/tasks',
				filters: { query: (task, query: string) => meetsTql(query, task, isDone(task), now()) },
			},
		}),
		...collection<ProjectTask>(world, {
			...refusals,
			entries: tasks,
			id: 'taskId',
			within: ({ path, query }) => {
				const roles = (query as Record<string, string>).roleTypes?.split(',') ?? [];
				return ({ executorId, creatorId, involveMembers, isArchived }) =>
					!isArchived &&
					((roles.includes('executor') && executorId === path.userId) ||
						(roles.includes('creator') && creatorId === path.userId) ||
						(roles.includes('involveMember') && involveMembers.includes(path.userId)));
			},
			show: shown,
			list: {
				route: 'POST /v1.0/project/users/{userId}/tasks/search',
				filters: { tql: (task, query: string) => meetsTql(query, task, isDone(task), now()) },
			},
		}),
		change(`PUT ${TASK}/contents`, (task, { content }) => Object.assign(task, { content }) && { content }),
		change(`PUT ${TASK}/notes`, (task, { note }) => Object.assign(task, { note }) && { note }),
		change(`PUT ${TASK}/executors`, (task, { executorId }) => Object.assign(task, { executorId }) && { executorId }),
		change(
			`PUT ${TASK}/priorities`,
			(task, body) => Object.assign(task, { priority: priority(body.priority) }) && { priority: body.priority },
		),
		change(
			`PUT ${TASK}/dueDates`,
			(task, { dueDate }) => Object.assign(task, { dueDate: moment(dueDate) }) && { dueDate },
		),
		change(
			`PUT ${TASK}/startDates`,
			(task, { startDate }) => Object.assign(task, { startDate: moment(startDate) }) && { startDate },
		),
		change(`PUT ${TASK}/involveMembers`, (task, { involveMembers = [], addInvolvers = [], delInvolvers = [] }) => {
			const before = involveMembers.length > 0 ? involveMembers : task.involveMembers;
			task.involveMembers = [...new Set([...before, ...addInvolvers])].filter((id) => !delInvolvers.includes(id));
			return { involveMembers: task.involveMembers };
		}),
		operation<Fields>(
			world,
			`PUT ${TASK}/customFields`,
			({ path, body }) => {
				const task = one(path.taskId);
				const values = body.value.map(({ title }) => title);
				task.customFields = [
					...task.customFields.filter(({ name }) => name !== body.customFieldName),
					{ name: body.customFieldName, values },
				];
				return { result: { customFields: [{ customFieldId: `cf${body.customFieldName}`, value: body.value }] } };
			},
			refusals,
		),
		change(`PUT ${TASK}/taskflowStatuses`, (task, { taskflowStatusId }) => {
			const flow = statuses.find(({ id }) => id === task.statusId)?.taskflowId;
			if (!statuses.some(({ id, taskflowId }) => id === taskflowStatusId && taskflowId === flow))
				throw refuse('taskflowStatusId');
			task.statusId = taskflowStatusId;
			return {};
		}),
		change(`POST ${TASK}/archive`, (task) => Object.assign(task, { isArchived: true }) && {}),
		operation(
			world,
			`DELETE ${TASK}`,
			({ path }) => {
				tasks.splice(tasks.indexOf(one(path.taskId)), 1);
				return { result: {} };
			},
			refusals,
		),
		operation<{ linkedData: { title: string; url: string } }>(
			world,
			`POST ${TASK}/objectLinks`,
			({ path, body: { linkedData } }) => {
				const task = one(path.taskId);
				task.links = [...(task.links ?? []), linkedData];
				return { result: { objectLinkId: String(nextId()), created: iso(now()) } };
			},
			refusals,
		),
		operation<Hours>(world, 'POST /v1.0/project/users/{userId}/workTimes', log(false), refusals),
		operation<Hours>(world, 'POST /v1.0/project/users/{userId}/planTimes', log(true), refusals),
	];
};
