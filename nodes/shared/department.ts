import { InputError } from '../runtime/operation';
import { wireNumber } from './wireNumber';

/** The ways to name a department. A field with `list` takes several IDs separated by commas. */
export const departmentModes = [
	{
		displayName: 'From List',
		name: 'list',
		type: 'list' as const,
		typeOptions: { searchListMethod: 'searchDepartments', searchable: true },
	},
	{ displayName: 'By ID', name: 'id', type: 'string' as const, placeholder: 'e.g. 413678001' },
];

/** The id as the legacy API wants it. Throws `InputError` when it is no number. */
export function departmentId(department: string): number {
	if (!/^\d+$/.test(department))
		throw new InputError('Department', `is not a department ID: "${department}"`, `不是部门 ID：“${department}”`);
	return Number(department);
}

/** Several departments as the comma text that most routes of the address book take; none stay none. */
export const departmentsText = (ids: readonly string[] | undefined): string | undefined => ids?.join(',');

/** Several departments as numbers; none stay none. @throws InputError where one is no number. */
export const departmentNumbers = (ids: readonly string[] | undefined): Array<number | bigint> | undefined =>
	ids?.map((id) => wireNumber('Departments', id));
