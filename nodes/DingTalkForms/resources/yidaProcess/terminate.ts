import { defineProcedure } from '../../../runtime/operation';
import { instanceIn, operatorUserId, place, placeQuery } from './fields';

const END = 'PUT /v1.0/yida/processes/instances/terminate';
const DELETE = 'DELETE /v1.0/yida/processes/instances';

export const terminate = defineProcedure({
	name: 'Terminate',
	value: 'terminate',
	action: 'Terminate or delete a process',
	description: 'End a running process, or delete one. One call each; a second time fails.',
	zh: {
		name: '终止',
		action: '终止或删除宜搭流程',
		description: '终止运行中的流程，或删除流程。各一次调用，重复终止会失败',
	},
	docs: 'https://open.dingtalk.com/document/development/terminate-a-process-instance',
	permission: 'Yida.Process.Write',
	routes: [END, DELETE],
	fields: [
		...place,
		{
			displayName: 'What to Do',
			zh: '操作方式',
			name: 'ending',
			type: 'options',
			default: 'terminate',
			options: [
				{ name: 'Delete', value: 'delete', description: 'A process that has ended', zh: '删除：用于已结束的流程' },
				{ name: 'Terminate', value: 'terminate', zh: '终止' },
				{ name: 'Terminate and Delete', value: 'both', zh: '终止并删除' },
			],
		},
		operatorUserId,
	],
	run: async ({ processInstanceId, ending, ...where }, api) => {
		const id = instanceIn(processInstanceId);
		const query = { ...placeQuery(where), processInstanceId: id };
		if (ending !== 'delete') await api.call(END, { query });
		if (ending !== 'terminate') await api.call(DELETE, { query }, { safe: false });
		return { success: true, processInstanceId: id, terminated: ending !== 'delete', deleted: ending !== 'terminate' };
	},
});
