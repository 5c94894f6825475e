import { pick } from '../../../runtime/pick';
import { defineOperation } from '../../../runtime/operation';
import { instanceIn, operatorUserId, place, placeQuery } from './fields';

export const getRecords = defineOperation({
	name: 'Get Records',
	value: 'getRecords',
	action: 'Get the approval records of a process',
	description: 'List who did what in a process so far, and what is open. One call.',
	zh: { name: '获取审批记录', action: '获取宜搭审批记录', description: '获取流程的审批记录。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/queries-an-approval-record',
	permission: 'Yida.Process.Read',
	route: 'GET /v1.0/yida/processes/operationRecords',
	fields: [...place, operatorUserId],
	paging: { style: 'whole', entries: 'result' },
	request: ({ processInstanceId, ...where }) => ({
		query: { ...placeQuery(where), processInstanceId: instanceIn(processInstanceId) },
	}),
	simplify: (record) =>
		pick(record, [
			'operatorUserId',
			'operatorName',
			'showName',
			'action',
			'remark',
			'operateTimeGMT',
			'activeTimeGMT',
			'taskId',
			'activityId',
			'type',
		]),
});
