import type { Resource } from '../../../runtime/operation';
import { create } from './create';
import { remove } from './delete';
import { get } from './get';
import { getAll } from './getAll';
import { getByMobile } from './getByMobile';
import { getByUnionId } from './getByUnionId';
import { getIds } from './getIds';
import { getInactive } from './getInactive';
import hints from '../hints.json';
import { search } from './search';
import { update } from './update';

export const user: Resource = {
	name: 'User',
	value: 'user',
	description: "People in the organization's address book",
	operations: [get, getByMobile, getByUnionId, getAll, getIds, search, getInactive, create, update, remove],
	zh: { name: '用户', description: '企业通讯录中的员工' },
	hints,
};
