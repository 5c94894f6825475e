import { defineOperation } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { instanceIn, place, taskId } from './fields';

export const redirect = defineOperation({
	name: 'Forward Task',
	value: 'redirect',
	action: 'Forward a task to another person',
	description: 'Hand an approval task over to somebody else. One call.',
	zh: { name: '转交任务', action: '转交宜搭审批任务', description: '把审批任务转交给其他人。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/transfer-tasks',
	permission: 'Yida.Task.Write',
	route: 'POST /v1.0/yida/tasks/redirect',
	fields: [
		...place,
		taskId,
		{
			displayName: 'From',
			zh: { name: '当前审批人', description: '任务的处理人；以管理员身份转交时为应用管理员' },
			name: 'from',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Who holds the task; with As App Manager a manager of the app',
		},
		{
			displayName: 'To',
			zh: '转交给',
			name: 'to',
			type: 'resourceLocator',
			person: 'userId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
		},
		{
			displayName: 'Comment',
			zh: '转交说明',
			name: 'remark',
			type: 'string',
			typeOptions: { rows: 2 },
			required: true,
			default: '',
		},
		{
			displayName: 'As App Manager',
			zh: { name: '以管理员身份', description: '是否由应用管理员代为转交' },
			name: 'byManager',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether a manager of the app forwards it for the person who holds it',
		},
	],
	request: ({ app, systemToken, processInstanceId, taskId: task, from, to, remark, byManager }) => ({
		body: {
			appType: app,
			systemToken,
			processInstanceId: instanceIn(processInstanceId),
			taskId: wireNumber('Task ID', task),
			userId: from,
			nowActionExecutorId: to,
			remark,
			byManager: byManager === undefined ? undefined : byManager ? 'y' : 'n',
		},
	}),
	output: (_, { processInstanceId, taskId: task, to }) => ({
		success: true,
		processInstanceId: instanceIn(processInstanceId),
		taskId: task,
		to,
	}),
});
