import { defineProcedure } from '../../../runtime/operation';
import { people } from '../../../shared/person';
import { wireNumber } from '../../../shared/wireNumber';
import { ROSTER, rosterOf, simplifyRoster } from '../../flows/roster';
import { agentId } from '../../fields/agentId';
import { wantedFields } from '../../fields/wantedFields';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get the roster of employees',
	description:
		'Get what the roster says about people. One call per 100 people and 100 fields, free of the monthly quota. A field of a detail group (family members) has one value per entry. Needs the HR app of DingTalk.',
	zh: {
		name: '获取',
		action: '获取员工花名册',
		description:
			'获取员工的花名册信息。每 100 人、100 个字段一次调用，不计入月度调用量。明细分组（如家庭成员）的字段每条明细一个值。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getemployeerosterbyfield',
	permission: 'qyapi_hrm_read_user',
	routes: [ROSTER],
	fields: [
		{
			...people,
			zh: { name: '员工', description: '一个人，或用逗号分隔的任意多个 ID' },
			description: 'One person, or any number of IDs separated by commas',
		},
		wantedFields,
		agentId,
		{
			displayName: 'IDs for Choices',
			zh: {
				name: '文本转选项 ID',
				description: '岗位职级等字段的 value 是否返回 ID 而不是名称（在原始数据中）',
			},
			name: 'text2SelectConvert',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether the raw value of fields like the rank is its ID instead of its name',
		},
	],
	plan: ({ people, rosterFields: fieldFilterList, agentId: agent, text2SelectConvert }) => ({
		people,
		query: { appAgentId: wireNumber('Agent ID', agent), fieldFilterList, text2SelectConvert },
	}),
	run: async ({ people, query }, api) => await rosterOf(api, people, query),
	simplify: simplifyRoster,
});
