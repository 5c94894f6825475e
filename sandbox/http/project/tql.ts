import type { ProjectTask } from '../../data/project';
import { ApiError } from '../../errors';

const invalid = (query: string) => new ApiError('server.error', `tql syntax error: ${query}`, 500);

/** `field op value`, with the value as one text, a list of texts, or a bare word. */
const CONDITION = /^\(?\s*(\w+)\s*(>=|<=|!=|=|<|>|~|NOT IN|IN)\s*(\[.*\]|"(?:[^"\\]|\\.)*"|\w+)\s*\)?$/s;
/** AND outside of quoted texts. */
const AND = / AND (?=(?:[^"\\]|\\.|"(?:[^"\\]|\\.)*")*$)/s;

const valueOf = (text: string): string[] =>
	/^[["]/.test(text) ? [JSON.parse(text) as string | string[]].flat() : [text];

const member = (task: ProjectTask, field: string, done: boolean, now: number): string[] | undefined => {
	const time = (ms: number | undefined) => (ms === undefined ? [] : [String(ms)]);
	const fields: Record<string, string[]> = {
		executorId: [task.executorId],
		creatorId: [task.creatorId],
		involveMembers: task.involveMembers,
		priority: [String(task.priority)],
		stageId: [task.stageId],
		taskflowstatusId: [task.statusId],
		text: [`${task.content} ${task.note}`],
		dueDate: time(task.dueDate),
		startDate: time(task.startDate),
		created: time(task.created),
		updated: time(task.updated),
		accomplished: [],
		sprintId: [],
		tagId: [],
		scenariofieldconfigId: [],
		isDone: [String(done)],
		exceedDueDate: [String(!done && task.dueDate !== undefined && task.dueDate < now)],
	};
	return fields[field];
};

/** Whether a task meets a query of Teambition's language; the conditions that are joined by AND. @throws DingTalk's error */
export const meetsTql = (query: string, task: ProjectTask, done: boolean, now: number): boolean =>
	query
		.replace(/ ORDER BY .*$/, '')
		.split(AND)
		.every((part) => {
			const [, field = '', operator = '', text = ''] = CONDITION.exec(part.trim()) ?? [];
			const own = member(task, field, done, now);
			if (!own) throw invalid(part);
			const wanted = valueOf(text);
			const [first = ''] = wanted;
			const ms = Date.parse(first);
			switch (operator) {
				case '~':
					return own.some((one) => one.includes(first));
				case '>=':
				case '>':
					return own.some((one) => Number(one) >= ms);
				case '<':
				case '<=':
					return own.some((one) => Number(one) < ms);
				case '!=':
				case 'NOT IN':
					return !own.some((one) => wanted.includes(one));
				default:
					return own.some((one) => wanted.includes(one));
			}
		});
