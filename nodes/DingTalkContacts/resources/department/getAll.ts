import { each } from '../../../runtime/each';
import { defineProcedure, type Api, type Json } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { wireNumber } from '../../../shared/wireNumber';
import { CHILDREN, childrenOf, type DepartmentId } from '../../flows/tree';
import { language } from '../user/fields';
import { DETAILS } from './fields';
import { simplifyDepartment } from './get';

interface Place {
	id: DepartmentId;
	/** Names from below the start. */
	path: string[];
}

/** Everything below a department, level by level, with its depth and the names on the way to it. */
async function below(api: Api, top: DepartmentId, query: { deep: boolean; more: object; limit: number }) {
	const found: Json[] = [];
	let level: Place[] = [{ id: top, path: [] }];
	while (level.length > 0 && found.length < query.limit) {
		const next = await each(level, async ({ id, path }) =>
			(await childrenOf(api, id, query.more)).map((child) => ({ child, path: [...path, String(child.name)] })),
		);
		found.push(...next.flat().map(({ child, path }) => ({ ...child, depth: path.length, path })));
		level = query.deep ? next.flat().map(({ child, path }) => ({ id: Number(child.dept_id), path })) : [];
	}
	return found.slice(0, query.limit === Infinity ? undefined : query.limit);
}

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many departments',
	description:
		'Get the departments below one. One call per department walked through, one more each with Details. Free of the monthly quota. The parent itself is not in the list.',
	zh: {
		name: '获取多个',
		action: '获取部门列表',
		description: '获取某部门下的部门。每遍历一个部门一次调用，获取详情再加一次，均不计入月度调用量。结果不含父部门本身',
	},
	docs: 'https://open.dingtalk.com/document/development/user-management-acquires-the-list-departments',
	permission: 'qyapi_get_department_list',
	routes: [CHILDREN, DETAILS],
	list: true,
	fields: [
		{
			displayName: 'Parent Department',
			zh: { name: '父部门', description: '根部门 ID 为 1' },
			name: 'parent',
			type: 'resourceLocator',
			digits: true,
			required: true,
			default: { mode: 'id', value: '1' },
			modes: departmentModes,
			description: 'The root department has the ID 1',
		},
		{
			displayName: 'Include Sub-Departments',
			zh: { name: '包含下级部门', description: '是否包含所有层级；否则只有下一级' },
			name: 'includeSubdepartments',
			type: 'boolean',
			default: true,
			description: 'Whether to get all levels below, with depth and path, rather than the next one only',
		},
		{
			displayName: 'Details',
			zh: { name: '获取详情', description: '是否获取主管、部门群和人数；每个部门多一次调用' },
			name: 'details',
			type: 'boolean',
			default: false,
			description: 'Whether to get managers, group and counts too. One more call per department.',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [language],
		},
	],
	run: async ({ parent, includeSubdepartments: deep, details, additionalFields: more, limit }, api) => {
		const found = await below(api, wireNumber('Parent Department', parent), { deep, more, limit });
		if (!details) return found;
		return await each(found, async (entry) => ({
			...entry,
			...(await api.call(DETAILS, { body: { dept_id: Number(entry.dept_id), ...more } }, { safe: true })),
		}));
	},
	simplify: simplifyDepartment,
});
