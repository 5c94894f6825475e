import type { Paging } from '../../../protocol/paging';
import { each, eachOf } from '../../../runtime/each';
import { defineProcedure, type Api, type Json } from '../../../runtime/operation';
import { departmentModes } from '../../../shared/department';
import { wireNumber } from '../../../shared/wireNumber';
import { language, simplifyUser } from './fields';

type DepartmentId = ReturnType<typeof wireNumber>;

const PEOPLE = 'POST /topapi/v2/user/list';
const CHILDREN = 'POST /topapi/v2/department/listsub';

/** At most 100 a page. https://open.dingtalk.com/document/development/queries-the-complete-information-of-a-department-user */
const peoplePaging: Paging = {
	style: 'cursor',
	cursor: 'cursor',
	first: 0,
	size: { at: 'size', max: 100 },
	entries: 'result.list',
	next: 'result.next_cursor',
	more: 'result.has_more',
};

const childrenOf = async (api: Api, department: DepartmentId): Promise<DepartmentId[]> =>
	(await api.list(CHILDREN, { body: { dept_id: department } }, { style: 'whole', entries: 'result' }, Infinity)).map(
		({ dept_id }) => Number(dept_id),
	);

/** Everyone of the departments, then of those below them; who is in several departments comes once. */
async function everyoneIn(
	api: Api,
	top: DepartmentId,
	query: { deep: boolean; more: object; limit: number },
): Promise<Json[]> {
	const { deep, more, limit } = query;
	const found = new Map<unknown, Json>();
	let level: DepartmentId[] = [top];
	while (level.length > 0 && found.size < limit) {
		const departments = level;
		await eachOf(departments.length, limit === Infinity ? 10 : 1, async (index) => {
			if (found.size >= limit) return;
			const people = await api.list(PEOPLE, { body: { dept_id: departments[index], ...more } }, peoplePaging, limit);
			for (const person of people) if (!found.has(person.userid)) found.set(person.userid, person);
		});
		level =
			deep && found.size < limit
				? (await each(departments, async (department) => await childrenOf(api, department))).flat()
				: [];
	}
	return [...found.values()].slice(0, limit);
}

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many users of a department',
	description:
		'Get the people of a department. One call per 100 people; with sub-departments at least two calls per department. Free of the monthly quota.',
	zh: {
		name: '获取多个',
		action: '获取部门用户列表',
		description: '查询部门员工。每 100 人一次调用；包含子部门时每个部门至少两次调用，均不计入月度调用量',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-complete-information-of-a-department-user',
	permission: 'qyapi_get_department_member',
	routes: [PEOPLE, CHILDREN],
	list: true,
	fields: [
		{
			displayName: 'Department',
			zh: { name: '部门', description: '要查询的部门，根部门 ID 为 1' },
			name: 'department',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'id', value: '1' },
			modes: departmentModes,
			description: 'Whose people to get. The root department has the ID 1.',
		},
		{
			displayName: 'Include Sub-Departments',
			zh: { name: '包含子部门', description: '是否同时查询所有下级部门的员工；会逐个读取，每个部门至少两次调用' },
			name: 'includeSubdepartments',
			type: 'boolean',
			default: false,
			description:
				'Whether to also get the people of all departments below. Reads every one of them: at least two calls per department.',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Include Restricted People',
					zh: { name: '包含访问受限员工', description: '是否同时返回访问受限的员工' },
					name: 'contain_access_limit',
					type: 'boolean',
					default: false,
					description: 'Whether to also return people whose access is restricted',
				},
				language,
				{
					displayName: 'Order',
					zh: { name: '排序', description: '部门内的排序方式' },
					name: 'order_field',
					type: 'options',
					default: 'custom',
					options: [
						{ name: "As in the Department's List", value: 'custom', zh: '部门自定义顺序' },
						{ name: 'Joined, Earliest First', value: 'entry_asc', zh: '加入时间升序' },
						{ name: 'Joined, Latest First', value: 'entry_desc', zh: '加入时间降序' },
						{ name: 'Modified, Earliest First', value: 'modify_asc', zh: '修改时间升序' },
						{ name: 'Modified, Latest First', value: 'modify_desc', zh: '修改时间降序' },
					],
					description: 'Order within each department',
				},
			],
		},
	],
	run: async ({ department, includeSubdepartments, additionalFields, limit }, api) =>
		await everyoneIn(api, wireNumber('Department', department), {
			deep: includeSubdepartments,
			more: additionalFields,
			limit,
		}),
	simplify: simplifyUser,
});
