import { defineOperation } from '../../../runtime/operation';
import { reasonFields, reasonsBody } from '../../fields/reasons';
import { countInStatistics, lastWorkDate } from '../../fields/leaving';
import { person } from '../../fields/person';

export const start = defineOperation({
	name: 'Start',
	value: 'start',
	action: 'Put an employee on the leaving list',
	description:
		'Put a person on the list of those who are leaving. One call. Nobody is removed yet: Confirm does that, Revoke takes the person off again. Fails when it is done twice. Needs the HR app of DingTalk.',
	zh: {
		name: '发起',
		action: '办理离职（加入待离职）',
		description:
			'将员工加入待离职列表。一次调用。此时员工仍在企业中：“确认离职”才会删除，“撤销”可移出列表。重复办理会报错。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/api-empstartdismission',
	permission: 'Hrm.Process.ReadWrite',
	route: 'POST /v1.0/hrm/pendingDismission/start',
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
				{
					displayName: 'HRM Blacklist',
					zh: { name: '加入人事黑名单', description: '是否加入人事黑名单' },
					name: 'toHrmBlackList',
					type: 'boolean',
					default: true,
					description: 'Whether HR keeps the person on its blacklist',
				},
				{
					displayName: 'Recruitment Blacklist',
					zh: { name: '加入招聘黑名单', description: '是否加入招聘黑名单' },
					name: 'toHireBlackList',
					type: 'boolean',
					default: true,
					description: 'Whether recruitment keeps the person on its blacklist',
				},
				{ displayName: 'Remark', zh: '备注', name: 'remark', type: 'string', default: '' },
				{
					displayName: 'Talent Pool',
					zh: { name: '加入招聘人才库', description: '是否加入招聘人才库' },
					name: 'toHireDismissionTalent',
					type: 'boolean',
					default: true,
					description: 'Whether recruitment keeps the person in its talent pool',
				},
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
