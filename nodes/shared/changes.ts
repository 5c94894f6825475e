import { InputError } from '../runtime/operation';

/**
 * Refuses an update that would change nothing: `changes` are the members that would be sent.
 * @throws InputError naming the collection of the form.
 */
export function refuseNoChange(changes: object, field = 'Update Fields'): void {
	if (Object.values(changes).some((value) => value !== undefined)) return;
	throw new InputError(field, 'is empty: choose at least one thing to change', '为空：请至少添加一项要修改的内容');
}
