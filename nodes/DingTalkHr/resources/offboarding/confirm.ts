import { defineFields } from '../../../runtime/field';
import { defineOperation, InputError } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';
import { reasonFields, reasonsBody } from '../../fields/reasons';
import { lastWorkDate } from '../../fields/leaving';
import { person } from '../../fields/person';

const heir = {
	type: 'resourceLocator',
	person: 'userId',
	default: { mode: 'list', value: '' },
	modes: personModes,
} as const;

/** Who takes over what. https://open.dingtalk.com/document/development/api-hrmprocessterminationandhandover */
const heirs = defineFields([
	{
		...heir,
		displayName: 'Approvals Go To',
		zh: { name: '审批交接人', description: '接手其审批的员工' },
		name: 'aflowHandOverUserId',
		description: "Who takes over the person's approvals",
	},
	{
		...heir,
		displayName: 'Direct Reports Go To',
		zh: { name: '直属下属交接人', description: '成为其直属下属的新主管' },
		name: 'directSubordinatesHandoverUserId',
		description: 'Who becomes the manager of the people who report to the person',
	},
	{
		...heir,
		displayName: 'Documents Go To',
		zh: { name: '团队文档交接人', description: '接手其团队文档的员工' },
		name: 'docNoteHandoverUserId',
		description: "Who takes over the person's team documents",
	},
	{
		...heir,
		displayName: 'Drive Goes To',
		zh: { name: '钉盘交接人', description: '接手其钉盘文件的员工' },
		name: 'dingPanHandoverUserId',
		description: "Who takes over the person's drive",
	},
	{
		...heir,
		displayName: 'Permissions Go To',
		zh: { name: '权限交接人', description: '接手其管理权限的员工' },
		name: 'permissionHandoverUserId',
		description: "Who takes over the person's permissions",
	},
]);

function refuseSelf(userId: string, other: string | undefined, field: string): void {
	if (other !== userId) return;
	throw new InputError(field, 'is the person who leaves: choose somebody else', '不能是离职员工本人，请选择其他人');
}

export const confirm = defineOperation({
	name: 'Confirm',
	value: 'confirm',
	action: 'Dismiss an employee and delete the account',
	description:
		'Dismiss a person and delete the account at once. One call. It cannot be undone. Not for the main administrator; operator and heirs are other people; at least one reason. Needs the HR app of DingTalk.',
	zh: {
		name: '确认离职',
		action: '确认离职并删除员工',
		description:
			'员工立即离职并从通讯录删除。一次调用，无法撤销。不支持主管理员；操作人和交接人不能是本人；至少选择一个离职原因。需开通智能人事',
	},
	docs: 'https://open.dingtalk.com/document/development/api-hrmprocessterminationandhandover',
	permission: 'Hrm.Process.ReadWrite',
	route: 'POST /v1.0/hrm/processes/terminateAndHandOver',
	fields: [
		person,
		lastWorkDate,
		{
			displayName: 'Note',
			zh: { name: '离职原因备注', description: '对离职原因的说明' },
			name: 'dismissionMemo',
			type: 'string',
			required: true,
			default: '',
			description: 'Remark on the reason',
		},
		...reasonFields,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [...heirs],
		},
		operatorUserId,
	],
	request: (values) => {
		const { person: userId, operator: optUserId, dismissionMemo, additionalFields } = values;
		refuseSelf(userId, optUserId, 'On Behalf Of');
		for (const { name, displayName } of heirs) refuseSelf(userId, additionalFields[name], displayName);
		if (values.voluntaryReasons.length + values.passiveReasons.length === 0)
			throw new InputError(
				'Reason Names or IDs (Own Wish)',
				'and the reasons of the organization are both empty: choose at least one',
				'与被动离职原因均为空：请至少选择一个离职原因',
			);
		return {
			body: {
				userId,
				optUserId,
				lastWorkDate: values.lastWorkDate,
				dismissionMemo,
				...reasonsBody(values),
				...additionalFields,
			},
		};
	},
	output: ({ result }, { person: userId }) => ({ userId, result }),
});
