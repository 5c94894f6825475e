import { defineOperation } from '../../../runtime/operation';
import { instanceIn, operatorUserId, place, placeQuery } from './fields';

export const getTasks = defineOperation({
	name: 'Get Tasks',
	value: 'getTasks',
	action: 'Get the open tasks of a process',
	description: 'List who must act now, with the IDs of the tasks. One call.',
	zh: {
		name: '获取运行任务',
		action: '获取宜搭流程的运行任务',
		description: '获取流程当前待处理的任务及处理人。一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/query-process-running-tasks-vpc',
	permission: 'Yida.Task.Read',
	route: 'GET /v1.0/yida/processes/tasks/getRunningTasks',
	fields: [...place, operatorUserId],
	paging: { style: 'whole', entries: 'result' },
	request: ({ processInstanceId, ...where }) => ({
		query: { ...placeQuery(where), processInstanceId: instanceIn(processInstanceId) },
	}),
});
