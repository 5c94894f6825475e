import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { get } from './get';
import { getAll } from './getAll';
import { getByUser } from './getByUser';
import { getMembers } from './getMembers';
import { updateMembers } from './updateMembers';

export const group: Resource = {
	name: 'Attendance Group',
	value: 'group',
	description: 'Groups of people with the same attendance rules',
	operations: [getAll, get, getByUser, getMembers, updateMembers],
	zh: { name: '考勤组', description: '考勤规则相同的一组人员' },
	hints,
};
