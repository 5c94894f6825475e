import { defineMapper } from '../../../runtime/mapper';
import { defineOperation } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { wireNumber } from '../../../shared/wireNumber';
import { byGroup } from '../../flows/columns';
import { agentId } from '../../fields/agentId';
import { rosterMapper } from '../../fields/rosterMapper';
import { person } from '../../fields/person';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update the roster of an employee',
	description:
		'Change what the roster says about a person. One call per person, two to read the fields; free of the monthly quota. Only the fields that are filled in change. In a detail group (family members) a new entry is added unless Detail Entry says which one. Department and manager are changed by Contacts or Transfer. Needs the HR app of DingTalk.',
	zh: {
		name: '更新',
		action: '更新员工花名册',
		description:
			'修改员工的花名册信息。每人一次调用，另有两次读取字段，均不计入月度调用量。只修改填写的字段。明细分组（如家庭成员）默认新增一条明细，填写“明细序号”则修改该条。部门和直属主管请用“通讯录”或“调岗”修改。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-update-employee-file-information',
	permission: 'qyapi_hrm_manager',
	route: 'POST /topapi/smartwork/hrm/employee/v2/update',
	safe: true,
	fields: [
		person,
		defineMapper({ ...rosterMapper, mode: 'map' }),
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Detail Entry',
					zh: { name: '明细序号', description: '明细分组中要修改第几条明细，从 0 开始；不填则新增一条' },
					name: 'detailEntry',
					type: 'number',
					typeOptions: { minValue: 0, numberPrecision: 0 },
					default: 0,
					description: 'Which entry of a detail group is changed, from 0 on; without it a new one is added',
				},
			],
		},
		agentId,
	],
	request: ({ person: userid, roster: { columns, known }, agentId: agent, additionalFields: { detailEntry } }) => {
		refuseNoChange(columns, 'Fields');
		const groups = byGroup(columns, known).map(({ group, detail, fields }) => ({
			group_id: group,
			sections: [
				{
					// A section without an index is a new entry, and empties the other fields of a group that has only one.
					old_index: detail ? detailEntry : 0,
					section: fields.map(({ code, value }) => ({ field_code: code, value })),
				},
			],
		}));
		return { body: { agentid: wireNumber('Agent ID', agent), param: { userid, groups } } };
	},
	output: (_, { person: userId }) => ({ userId, updated: true }),
});
