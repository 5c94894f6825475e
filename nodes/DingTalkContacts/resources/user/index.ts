import type { Resource } from '../../../runtime/operation';
import { get } from './get';
import { getAll } from './getAll';
import { getByMobile } from './getByMobile';
import { getByUnionId } from './getByUnionId';
import zh from './zh-CN.json';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: "People in the organization's address book",
	operations: [get, getByMobile, getByUnionId, getAll],
	zh,
};
