import { defineOperation, InputError } from '../../../runtime/operation';
import { departmentModes, departmentNumbers } from '../../../shared/department';
import { operatorUserId } from '../../../shared/operator';
import { wireNumber } from '../../../shared/wireNumber';
import { job, position, rank } from '../../locators/positions';
import { person } from '../../fields/person';

/** Organizations with upgraded position management give IDs, the others names. @throws InputError for both at once. */
function refuseBoth(id: string | undefined, name: string | undefined, field: string): void {
	if (id === undefined || name === undefined) return;
	throw new InputError(
		field,
		'stands beside its ID: give the ID (upgraded position management) or the name, not both',
		'不能与 ID 同时填写：已升级职位管理的企业填 ID，未升级的填名称',
	);
}

export const transfer = defineOperation({
	name: 'Transfer',
	value: 'transfer',
	action: 'Transfer an employee',
	description:
		'Change departments, position or rank of a person. One call, free of the monthly quota. Upgraded position management wants IDs, otherwise names. Needs the HR app of DingTalk.',
	zh: {
		name: '调岗',
		action: '员工调岗',
		description:
			'调整员工的部门、职位或职级。一次调用，不计入月度调用量。已升级职位管理的企业填写 ID，未升级的填写名称。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/intelligent-personnel-staff-transfer',
	permission: 'Hrm.Process.ReadWrite',
	route: 'POST /v1.0/hrm/processes/transfer',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Departments',
			zh: { name: '调岗后部门', description: '调岗后所属的全部部门；留空则不变' },
			name: 'departments',
			type: 'resourceLocator',
			many: true,
			digits: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description: 'All departments that the person has afterwards. Empty: they stay.',
		},
		{
			displayName: 'Main Department',
			zh: { name: '调岗后主部门', description: '必须在员工的部门或调岗后部门之中' },
			name: 'mainDepartment',
			type: 'resourceLocator',
			digits: true,
			default: { mode: 'list', value: '' },
			modes: departmentModes,
			description: "One of the person's departments, or of the new ones",
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				job,
				position,
				{
					displayName: 'Position Name',
					zh: { name: '职位名称', description: '未升级职位管理的企业填写' },
					name: 'positionName',
					type: 'string',
					default: '',
					maxLength: 124,
					description: 'For organizations without upgraded position management',
				},
				rank,
				{
					displayName: 'Rank Name',
					zh: { name: '职级名称', description: '未升级岗位职级的企业填写' },
					name: 'rankName',
					type: 'string',
					default: '',
					maxLength: 64,
					description: 'For organizations without upgraded position management',
				},
			],
		},
		{ ...operatorUserId, required: false },
	],
	request: ({ person: userId, departments, mainDepartment: main, operator: operateUserId, additionalFields }) => {
		const { positionId, positionName, jobId, rankId, rankName } = additionalFields;
		refuseBoth(positionId, positionName, 'Position Name');
		refuseBoth(rankId, rankName, 'Rank Name');
		if (main !== undefined && departments.length > 0 && !departments.includes(main))
			throw new InputError('Main Department', 'is not among the new departments', '不在调岗后部门之中');
		const after = {
			deptIdsAfterTransfer: departments.length > 0 ? departmentNumbers(departments) : undefined,
			mainDeptIdAfterTransfer: main === undefined ? undefined : wireNumber('Main Department', main),
			positionIdAfterTransfer: positionId,
			positionNameAfterTransfer: positionName,
			jobIdAfterTransfer: jobId,
			rankIdAfterTransfer: rankId,
			positionLevelAfterTransfer: rankName,
		};
		if (Object.values(after).every((value) => value === undefined))
			throw new InputError(
				'Departments',
				'is empty, and nothing else is to change either',
				'为空，且没有其他要调整的内容',
			);
		return { body: { userId, ...after, operateUserId } };
	},
	output: ({ result }, { person: userId }) => ({ userId, result }),
});
