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
	docs: 'https://open.dingtalk.com/document/development/queries-the-complete-information-of-a-department-user',
	permission: 'qyapi_get_department_member',
	routes: [PEOPLE, CHILDREN],
	list: true,
	fields: [
		{
			displayName: 'Department',
			name: 'department',
			type: 'resourceLocator',
			required: true,
			default: { mode: 'id', value: '1' },
			modes: departmentModes,
			description: 'Whose people to get. The root department has the ID 1.',
		},
		{
			displayName: 'Include Sub-Departments',
			name: 'includeSubdepartments',
			type: 'boolean',
			default: false,
			description:
				'Whether to also get the people of all departments below. Reads every one of them: at least two calls per department.',
		},
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Include Restricted People',
					name: 'contain_access_limit',
					type: 'boolean',
					default: false,
					description: 'Whether to also return people whose access is restricted',
				},
				language,
				{
					displayName: 'Order',
					name: 'order_field',
					type: 'options',
					default: 'custom',
					options: [
						{ name: "As in the Department's List", value: 'custom' },
						{ name: 'Joined, Earliest First', value: 'entry_asc' },
						{ name: 'Joined, Latest First', value: 'entry_desc' },
						{ name: 'Modified, Earliest First', value: 'modify_asc' },
						{ name: 'Modified, Latest First', value: 'modify_desc' },
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
