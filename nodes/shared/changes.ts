import { InputError } from '../runtime/operation';

/**
 * Refuses an update that would change nothing: `changes` are the members that would be sent.
 * @throws InputError naming the collection of the form.
 */
export function refuseNoChange(changes: object, field = 'Update Fields'): void {
	if (Object.values(changes).some((value) => value !== undefined)) return;
	throw new InputError(field, 'is empty: choose at least one thing to change', '为空：请至少添加一项要修改的内容');
}

/**
 * Refuses an update whose mapper has no value in any column.
 * @throws InputError naming the mapper.
 */
export function refuseNoColumns(columns: object): void {
	if (Object.keys(columns).length > 0) return;
	throw new InputError(
		'Columns',
		'are empty: fill in at least one field to change',
		'为空：请至少填写一个要修改的字段',
	);
}
