import type { Resource } from '../../../runtime/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getByMobile } from './getByMobile';
import { getByUnionId } from './getByUnionId';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: "People in the organization's address book",
	operations: [get, getByMobile, getByUnionId, getAll],
	zh: { name: '用户', description: '企业通讯录中的员工' },
};
