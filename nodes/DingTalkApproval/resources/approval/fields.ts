import { defineField } from '../../../runtime/field';
import type { Json } from '../../../runtime/operation';
import { objectsIn, pick, pickEach } from '../../../runtime/pick';

export const processCode = defineField({
	displayName: 'Approval Form',
	name: 'processCode',
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list' as const,
			typeOptions: { searchListMethod: 'searchApprovalForms', searchable: true },
		},
		{
			displayName: 'By ID',
			name: 'id',
			type: 'string' as const,
			placeholder: 'e.g. PROC-EF6YJL35P2-SCKICSB7P750S0YISYKV3',
		},
	],
	description: 'The template. Its ID is the processCode in the address of its editor.',
});

/** Values by the names of the form's fields; a name that comes again carries the field's ID too. */
function formOf(components: unknown): Json {
	const form = new Map<string, unknown>();
	for (const { name, id, value } of objectsIn(components))
		form.set(form.has(String(name)) ? `${String(name)} (${String(id)})` : String(name), value);
	return Object.fromEntries(form);
}

/** An approval's state and form; an entry without details stays as it is. */
export function simplifyInstance(instance: Json): Json {
	if (!('formComponentValues' in instance)) return instance;
	return {
		...pick(instance, [
			'processInstanceId',
			'businessId',
			'title',
			'status',
			'result',
			'originatorUserId',
			'originatorDeptId',
			'originatorDeptName',
			'createTime',
			'finishTime',
			'approverUserIds',
			'ccUserIds',
		]),
		form: formOf(instance.formComponentValues),
		tasks: pickEach(instance.tasks, ['taskId', 'userId', 'status', 'result', 'finishTime']),
		operationRecords: pickEach(instance.operationRecords, ['userId', 'date', 'type', 'result', 'remark']),
	};
}
