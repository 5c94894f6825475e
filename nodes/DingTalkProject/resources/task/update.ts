import { asError } from '../../../protocol/asError';
import { toIso } from '../../../protocol/time';
import { DingTalkError } from '../../../protocol/errors';
import type { Json } from '../../../protocol/json';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { refuseNoChange } from '../../../shared/changes';
import { priority } from '../../locators/priority';
import { assignee, customFields, customValues, dueDate, note, startDate, taskId, taskIn } from './fields';

const TASK = '/v1.0/project/users/{userId}/tasks/{taskId}';
const TITLE = `PUT ${TASK}/contents` as const;
const NOTE = `PUT ${TASK}/notes` as const;
const ASSIGNEE = `PUT ${TASK}/executors` as const;
const PRIORITY = `PUT ${TASK}/priorities` as const;
const DUE = `PUT ${TASK}/dueDates` as const;
const START = `PUT ${TASK}/startDates` as const;
const PARTICIPANTS = `PUT ${TASK}/involveMembers` as const;
const CUSTOM = `PUT ${TASK}/customFields` as const;

interface Step {
	/** What the error calls it. */
	label: string;
	route:
		| typeof TITLE
		| typeof NOTE
		| typeof ASSIGNEE
		| typeof PRIORITY
		| typeof DUE
		| typeof START
		| typeof PARTICIPANTS
		| typeof CUSTOM;
	body: Json;
}

/** DingTalk's error, with what was changed before it: nothing takes that back. */
function halfway(error: unknown, done: readonly string[], open: readonly string[]): Error {
	if (!(error instanceof DingTalkError)) return asError(error);
	if (done.length === 0) return error;
	const message = `${error.message} (already changed: ${done.join(', ')}; not changed: ${open.join(', ')})`;
	return new DingTalkError({ ...error.facts, message }, { cause: error });
}

export const update = defineProcedure({
	name: 'Update',
	value: 'update',
	action: 'Update a project task',
	description:
		'Change a task. One call for each field that changes; when one fails, the earlier ones stay changed, and the error names them. The status moves with Update Status.',
	zh: {
		name: '更新',
		action: '更新项目任务',
		description:
			'修改任务。每个修改的字段一次调用；中途失败时之前的修改已生效，错误中会列出。任务状态请用“更新任务状态”',
	},
	docs: 'https://open.dingtalk.com/document/development/update-task-content',
	permission: 'Project.Task.Write.All',
	routes: [TITLE, NOTE, ASSIGNEE, PRIORITY, DUE, START, PARTICIPANTS, CUSTOM],
	fields: [
		taskId,
		{
			displayName: 'Update Fields',
			zh: { name: '修改内容', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Add Participants',
					zh: '添加参与者',
					name: 'addInvolvers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
				assignee,
				customFields,
				dueDate,
				note,
				priority,
				{
					displayName: 'Remove Participants',
					zh: '移除参与者',
					name: 'delInvolvers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
				{
					displayName: 'Set Participants',
					zh: { name: '设置参与者', description: '替换全部参与者' },
					name: 'involveMembers',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Replaces all of them',
				},
				startDate,
				{ displayName: 'Title', zh: '任务标题', name: 'content', type: 'string', default: '' },
			],
		},
		operatorUserId,
	],
	plan: ({ taskId: given, updateFields, operator: userId }) => {
		refuseNoChange(updateFields);
		const { content, note: remark, executorId, priority: level, dueDate: due, startDate: start } = updateFields;
		if (start !== undefined && due !== undefined && due < start)
			throw new InputError('Due Date', 'is before "Start Date"', '早于“开始时间”');
		const people = {
			addInvolvers: updateFields.addInvolvers,
			delInvolvers: updateFields.delInvolvers,
			involveMembers: updateFields.involveMembers,
		};
		const steps: Array<Step | undefined> = [
			content === undefined ? undefined : { label: 'Title', route: TITLE, body: { content } },
			remark === undefined ? undefined : { label: 'Note', route: NOTE, body: { note: remark } },
			executorId === undefined ? undefined : { label: 'Assignee', route: ASSIGNEE, body: { executorId } },
			level === undefined ? undefined : { label: 'Priority', route: PRIORITY, body: { priority: Number(level) } },
			start === undefined ? undefined : { label: 'Start Date', route: START, body: { startDate: toIso(start) } },
			due === undefined ? undefined : { label: 'Due Date', route: DUE, body: { dueDate: toIso(due) } },
			Object.values(people).every((one) => one === undefined || one.length === 0)
				? undefined
				: { label: 'Participants', route: PARTICIPANTS, body: people },
			...customValues(updateFields.customFields ?? {}).map(({ name, value }): Step => {
				if (value.length > 10)
					throw new InputError('Custom Fields', `${name} takes at most 10 values`, `${name} 最多 10 个值`);
				return { label: name, route: CUSTOM, body: { customFieldName: name, value } };
			}),
		];
		return { userId, taskId: taskIn(given), steps: steps.filter((step) => step !== undefined) };
	},
	run: async ({ userId, taskId: id, steps }, api) => {
		const task: Json = { taskId: id };
		const done: string[] = [];
		for (const { label, route, body } of steps) {
			const answer = await api
				.call(route, { path: { userId, taskId: id }, body }, { safe: true })
				.catch(async (error: unknown) => {
					const open = steps.map((step) => step.label).slice(done.length);
					return await Promise.reject(halfway(error, done, open));
				});
			Object.assign(task, answer);
			done.push(label);
		}
		return { ...task, changed: done };
	},
});
