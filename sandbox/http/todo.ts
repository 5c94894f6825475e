import { ApiError } from '../errors';
import type { Todo } from '../received';
import type { Route, World } from '../world';
import { route } from '../world';

interface Create {
	subject: string;
	description?: string;
	dueTime?: number;
	executorIds?: string[];
	participantIds?: string[];
	creatorId?: string;
	sourceId?: string;
	todoType?: string;
	[more: string]: unknown;
}

type Update = Partial<Pick<Todo, 'subject' | 'description' | 'dueTime' | 'done' | 'executorIds' | 'participantIds'>> &
	Record<string, unknown>;

interface Query {
	nextToken?: string;
	isDone?: boolean;
	roleTypes?: string[][];
	todoType?: string;
}

interface Count {
	isDone?: boolean;
	fromDueTime?: number;
	toDueTime?: number;
	roleTypes?: string[][];
	isRecycled?: boolean;
}

const EVERY_ROLE = [['executor'], ['creator'], ['participant']];

/** Undocumented; small, so that paging is met early. */
const PAGE = 20;
const BIZ_TAG = 'sandbox_todo';

/** The message of an error is its own code where the page has no other. */
const refuse = (operation: string, message = `todo.${operation}.paramError`) =>
	new ApiError(`todo.${operation}.paramError`, message);

/** Bounds: https://open.dingtalk.com/document/development/add-dingtalk-to-do-task */
const measure = (
	operation: string,
	{ subject, description, dueTime, executorIds, participantIds }: Update,
	people: number,
): void => {
	if (subject !== undefined && (subject === '' || subject.length > 1024))
		throw refuse(operation, subject ? 'subject is oversize' : undefined);
	if (description !== undefined && description.length > 4096) throw refuse(operation, 'description is oversize');
	if (dueTime !== undefined && (dueTime < 1e12 || dueTime >= 1e13)) throw refuse(operation, 'dueTime is invalid');
	if ((executorIds?.length ?? 0) > people) throw refuse(operation, 'executors is oversize');
	if ((participantIds?.length ?? 0) > people) throw refuse(operation, 'participants is oversize');
};

const ROLES: Record<string, (todo: Todo, unionId: string) => boolean> = {
	executor: (todo, unionId) => todo.executorIds.includes(unionId),
	creator: (todo, unionId) => todo.creatorId === unionId,
	participant: (todo, unionId) => todo.participantIds.includes(unionId),
};

/** The outer list means or, the inner one and. */
const plays = (todo: Todo, unionId: string, roleTypes: string[][]): boolean =>
	roleTypes.some((all) => all.every((role) => ROLES[role]?.(todo, unionId) ?? false));

const card = (todo: Todo) => ({
	taskId: todo.id,
	subject: todo.subject,
	dueTime: todo.dueTime,
	detailUrl: todo.more.detailUrl,
	priority: todo.more.priority,
	createdTime: todo.createdTime,
	modifiedTime: todo.modifiedTime,
	creatorId: todo.creatorId,
	sourceId: todo.sourceId,
	bizTag: BIZ_TAG,
	isDone: todo.done,
	todoType: todo.todoType,
});

const whole = ({ id, subject, description, dueTime, done, executorIds, participantIds, ...todo }: Todo) => ({
	id,
	subject,
	description,
	dueTime,
	done,
	executorIds,
	participantIds,
	...todo.more,
	startTime: todo.createdTime,
	createdTime: todo.createdTime,
	modifiedTime: todo.modifiedTime,
	creatorId: todo.creatorId,
	modifierId: todo.modifierId,
	source: BIZ_TAG,
	sourceId: todo.sourceId,
	bizTag: BIZ_TAG,
});

/** Marks a to-do done or open again and tells the subscribers, as a person's tap in the app does. */
export const setDone = (world: World, todo: Todo, done: boolean, by: string): void => {
	todo.done = done;
	todo.doneBy = done ? [...todo.executorIds] : [];
	todo.finishTime = done ? world.now() : undefined;
	touch(world, todo, by, 'todo_task_update');
};

const touch = (world: World, todo: Todo, by: string, event: string): void => {
	todo.modifierId = by;
	todo.modifiedTime = world.now();
	const tag = event === 'todo_task_delete' ? {} : { bizTag: BIZ_TAG };
	world.push(event, { unionIdList: todo.executorIds, ...tag, taskId: todo.id });
};

/** To-dos, https://open.dingtalk.com/document/development/add-dingtalk-to-do-task and its neighbours. */
export const todoRoutes = (world: World): Route[] => {
	const { company, received, now, nextId } = world;

	const known = (operation: string, unionId: string): string => {
		if (!company.users.some((one) => one.unionid === unionId)) throw refuse(operation);
		return unionId;
	};
	const find = (operation: string, id: string): Todo => {
		const todo = received.todos.find((one) => one.id === id && !one.deleted);
		if (!todo) throw refuse(operation, 'task not exist');
		return todo;
	};

	return [
		route<Create>('POST', '/v1.0/todo/users/{unionId}/tasks', ({ path: { unionId }, query, body }) => {
			const {
				subject,
				description,
				dueTime,
				executorIds,
				participantIds = [],
				creatorId,
				sourceId,
				todoType = 'TODO',
				...more
			} = body;
			known('taskCreate', unionId);
			measure('taskCreate', body, 100);
			if (sourceId && received.todos.some((one) => one.sourceId === sourceId && !one.deleted))
				throw refuse('taskCreate', 'task exist');
			const todo: Todo = {
				id: `task${nextId().toString(16)}`,
				subject,
				description,
				dueTime,
				done: false,
				executorIds: executorIds ?? [unionId],
				doneBy: [],
				participantIds,
				creatorId: creatorId ?? unionId,
				modifierId: query.operatorId ?? unionId,
				createdTime: now(),
				modifiedTime: now(),
				sourceId: sourceId ?? `sandbox${nextId()}`,
				todoType,
				deleted: false,
				more,
			};
			received.todos.push(todo);
			touch(world, todo, todo.modifierId, 'todo_task_create');
			return { ...whole(todo), requestId: `r${nextId()}` };
		}),
		route<Update>('PUT', '/v1.0/todo/users/{unionId}/tasks/{taskId}', ({ path: { unionId, taskId }, query, body }) => {
			const todo = find('taskUpdate', taskId);
			known('taskUpdate', unionId);
			measure('taskUpdate', body, 1000);
			const { subject, description, dueTime, done, executorIds, participantIds, ...more } = body;
			Object.assign(
				todo,
				Object.fromEntries(
					Object.entries({ subject, description, dueTime, executorIds, participantIds }).filter(
						([, value]) => value !== undefined,
					),
				),
			);
			Object.assign(todo.more, more);
			const by = query.operatorId ?? unionId;
			if (done === undefined) touch(world, todo, by, 'todo_task_update');
			else setDone(world, todo, done, by);
			return { result: true };
		}),
		route<{ executorStatusList?: Array<{ id: string; isDone: boolean }> }>(
			'PUT',
			'/v1.0/todo/users/{unionId}/tasks/{taskId}/executorStatus',
			({ path: { unionId, taskId }, query, body: { executorStatusList = [] } }) => {
				const operation = 'taskExecutorStatusUpdate';
				const todo = find(operation, taskId);
				known(operation, unionId);
				if (executorStatusList.length > 1000) throw refuse(operation, 'executors is oversize');
				if (executorStatusList.some(({ id }) => !todo.executorIds.includes(id))) throw refuse(operation);
				for (const { id, isDone } of executorStatusList) {
					todo.doneBy = isDone ? [...new Set([...todo.doneBy, id])] : todo.doneBy.filter((one) => one !== id);
				}
				todo.done = todo.executorIds.length > 0 && todo.executorIds.every((id) => todo.doneBy.includes(id));
				todo.finishTime = todo.done ? now() : undefined;
				touch(world, todo, query.operatorId ?? unionId, 'todo_task_update');
				return { result: true };
			},
		),
		route('DELETE', '/v1.0/todo/users/{unionId}/tasks/{taskId}', ({ path: { unionId, taskId }, query }) => {
			const todo = find('taskDelete', taskId);
			known('taskDelete', unionId);
			todo.deleted = true;
			touch(world, todo, query.operatorId ?? unionId, 'todo_task_delete');
			return { result: true, requestId: `r${nextId()}` };
		}),
		// Known from the official SDK only: the codes of refusals are as those of the documented neighbours.
		route('GET', '/v1.0/todo/users/{unionId}/tasks/{taskId}', ({ path: { unionId, taskId } }) => {
			known('taskGet', unionId);
			return whole(find('taskGet', taskId));
		}),
		route('GET', '/v1.0/todo/users/{unionId}/tasks/sources/{sourceId}', ({ path: { unionId, sourceId } }) => {
			known('taskGet', unionId);
			const todo = received.todos.find((one) => one.sourceId === sourceId && !one.deleted);
			if (!todo) throw refuse('taskGet', 'task not exist');
			return whole(todo);
		}),
		route<Count>('POST', '/v1.0/todo/users/{unionId}/tasks/count', ({ path: { unionId }, body }) => {
			const {
				isDone,
				fromDueTime = -Infinity,
				toDueTime = Infinity,
				roleTypes = EVERY_ROLE,
				isRecycled = false,
			} = body;
			known('taskCount', unionId);
			const isTimed = body.fromDueTime !== undefined || body.toDueTime !== undefined;
			const found = received.todos.filter(
				(todo) =>
					todo.deleted === isRecycled &&
					plays(todo, unionId, roleTypes) &&
					(isDone === undefined || todo.done === isDone) &&
					(!isTimed || ((todo.dueTime ?? NaN) >= fromDueTime && (todo.dueTime ?? NaN) <= toDueTime)),
			);
			return { result: found.length };
		}),
		route<Query>('POST', '/v1.0/todo/users/{unionId}/org/tasks/query', ({ path: { unionId }, body }) => {
			const { nextToken, isDone, todoType, roleTypes = EVERY_ROLE } = body;
			known('orgTaskQuery', unionId);
			const start = nextToken === undefined || nextToken === '' ? 0 : Number(nextToken);
			if (!Number.isInteger(start) || start < 0) throw refuse('orgTaskQuery', 'nextToken is invalid');
			const all = received.todos.filter(
				(todo) =>
					!todo.deleted &&
					plays(todo, unionId, roleTypes) &&
					(isDone === undefined || todo.done === isDone) &&
					(todoType === undefined || todo.todoType === todoType),
			);
			const more = start + PAGE < all.length;
			return {
				todoCards: all.slice(start, start + PAGE).map(card),
				...(more ? { nextToken: String(start + PAGE) } : {}),
			};
		}),
	];
};
