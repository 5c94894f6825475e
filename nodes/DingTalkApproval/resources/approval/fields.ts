import type { Json } from '../../../runtime/operation';
import { objectsIn, pick, pickEach } from '../../../runtime/pick';
import { wireNumber } from '../../../shared/wireNumber';

/** Here the root department, 1 everywhere else, is -1. https://open.dingtalk.com/document/development/create-an-approval-instance */
export const wireDepartment = (department: string) =>
	['1', '-1'].includes(department) ? -1 : wireNumber('Department', department);

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
		tasks: pickEach(instance.tasks, ['taskId', 'userId', 'status', 'result', 'createTime', 'finishTime', 'activityId']),
		operationRecords: pickEach(instance.operationRecords, [
			'userId',
			'date',
			'type',
			'showName',
			'result',
			'remark',
			'attachments',
			'images',
		]),
	};
}
