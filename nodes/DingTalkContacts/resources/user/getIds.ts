import { each } from '../../../runtime/each';
import { defineProcedure, type Api } from '../../../runtime/operation';
import { CHILDREN, childrenOfAll, type DepartmentId } from '../../flows/tree';
import { departmentOfPeople, includeSubdepartments } from './fields';
import { wireNumber } from '../../../shared/wireNumber';

const IDS = 'POST /topapi/user/listid';

/** One call, however many they are. */
const idsIn = async (api: Api, dept_id: DepartmentId) =>
	(await api.list(IDS, { body: { dept_id } }, { style: 'whole', entries: 'result.userid_list' }, Infinity)).map(
		({ value: userid }) => ({ userid, dept_id }),
	);

export const getIds = defineProcedure({
	name: 'Get IDs',
	value: 'getIds',
	action: 'Get the user IDs of a department',
	description:
		'Get only the user IDs of a department: the cheapest list. One call per department whatever its size; with sub-departments two per department. Free of the monthly quota.',
	zh: {
		name: '获取用户 ID',
		action: '获取部门用户 userId 列表',
		description: '仅获取部门员工的 userId。每个部门一次调用，与人数无关；包含子部门时每个部门两次，均不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-list-of-department-userids',
	permission: 'qyapi_get_member',
	routes: [IDS, CHILDREN],
	list: true,
	fields: [departmentOfPeople, includeSubdepartments],
	run: async ({ department, includeSubdepartments: deep, limit }, api) => {
		const found = new Map<unknown, { userid: unknown; dept_id: DepartmentId }>();
		let level: DepartmentId[] = [wireNumber('Department', department)];
		while (level.length > 0 && found.size < limit) {
			for (const entry of (await each(level, async (one) => await idsIn(api, one))).flat())
				if (!found.has(entry.userid)) found.set(entry.userid, entry);
			level = deep && found.size < limit ? await childrenOfAll(api, level) : [];
		}
		return [...found.values()].slice(0, limit === Infinity ? undefined : limit);
	},
});
