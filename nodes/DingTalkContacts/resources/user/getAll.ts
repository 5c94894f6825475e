import type { Paging } from '../../../protocol/paging';
import { eachOf } from '../../../runtime/each';
import { defineProcedure, type Api, type Json } from '../../../runtime/operation';
import { wireNumber } from '../../../shared/wireNumber';
import { CHILDREN, childrenOfAll, type DepartmentId } from '../../flows/tree';
import { departmentOfPeople, includeSubdepartments, language, simplifyUser } from './fields';

const PEOPLE = 'POST /topapi/v2/user/list';

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
		level = deep && found.size < limit ? await childrenOfAll(api, level) : [];
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
		departmentOfPeople,
		includeSubdepartments,
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
	run: async ({ department, includeSubdepartments: deep, additionalFields, limit }, api) =>
		await everyoneIn(api, wireNumber('Department', department), {
			deep,
			more: additionalFields,
			limit,
		}),
	simplify: simplifyUser,
});
