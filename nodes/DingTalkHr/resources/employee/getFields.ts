import { defineProcedure } from '../../../runtime/operation';
import { GROUPS, META, rosterFields } from '../../flows/rosterFields';
import { agentId } from '../../fields/agentId';

export const getFields = defineProcedure({
	name: 'Get Fields',
	value: 'getFields',
	action: 'Get the roster fields',
	description:
		'Get the fields of the roster with groups, types and choices. Two calls. Computed fields (derived) cannot be written. Needs the HR app of DingTalk.',
	zh: {
		name: '获取花名册字段',
		action: '获取花名册字段',
		description:
			'获取花名册的字段、分组、类型与选项。两次调用。衍生字段（derived）由系统计算，不能写入。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-roster-metadata-query',
	permission: 'qyapi_hrm_read_user',
	routes: [META, GROUPS],
	list: true,
	fields: [agentId],
	run: async ({ agentId: agent, limit }, api) =>
		(await rosterFields(api, agent)).slice(0, limit === Infinity ? undefined : limit),
});
