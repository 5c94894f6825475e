import { defineOperation } from '../../../runtime/operation';
import { reasonFields, reasonsBody } from '../../fields/reasons';
import { countInStatistics, lastWorkDate } from '../../fields/leaving';
import { person } from '../../fields/person';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a pending dismissal',
	description:
		'Change the last work day or reasons of who is leaving. One call, before Confirm only. Needs the HR app of DingTalk.',
	zh: {
		name: '更新',
		action: '更新待离职信息',
		description: '修改待离职员工的最后工作日或原因。一次调用，须在“确认离职”之前。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/api-updateempdismissioninfo',
	permission: 'Hrm.Process.ReadWrite',
	route: 'PUT /v1.0/hrm/pendingDismission/infos',
	safe: true,
	fields: [
		person,
		lastWorkDate,
		...reasonFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				countInStatistics,
				{ displayName: 'Note', zh: '离职原因备注', name: 'dismissionMemo', type: 'string', default: '' },
			],
		},
	],
	request: ({ person: userId, lastWorkDate: lastDay, voluntaryReasons, passiveReasons, additionalFields }) => ({
		body: {
			userId,
			lastWorkDate: lastDay,
			...reasonsBody({ voluntaryReasons, passiveReasons }),
			...additionalFields,
		},
	}),
	output: ({ result }, { person: userId }) => ({ userId, result }),
});
