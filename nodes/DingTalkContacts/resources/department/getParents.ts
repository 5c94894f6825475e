import { each } from '../../../runtime/each';
import { defineProcedure, type Api, type Json } from '../../../runtime/operation';
import { pickEach } from '../../../runtime/pick';
import { wireNumber } from '../../../shared/wireNumber';
import { person } from '../user/fields';
import { department, DETAILS } from './fields';

const OF_DEPARTMENT = 'POST /topapi/v2/department/listparentbydept';
const OF_PERSON = 'POST /topapi/v2/department/listparentbyuser';

const chain = (ids: unknown): Json => {
	const path: unknown[] = Array.isArray(ids) ? ids : [];
	return { dept_id: path[0], path };
};

/** The same with the names, each department looked up once per execution. */
async function named(api: Api, entry: Json): Promise<Json> {
	const path: unknown[] = Array.isArray(entry.path) ? entry.path : [];
	const names = await each(path, async (id) => {
		const read = async () => await api.call(DETAILS, { body: { dept_id: Number(id) } }, { safe: true });
		return (await api.once(`department ${String(id)}`, read)).name;
	});
	return { ...entry, names };
}

export const getParents = defineProcedure({
	name: 'Get Parents',
	value: 'getParents',
	action: 'Get the departments above a department or person',
	description:
		'Get the way from a department up to the root. One call, and one per department with Names; free of the monthly quota. A person has one way for each of its departments.',
	zh: {
		name: '获取上级部门',
		action: '获取部门或员工的所有父部门',
		description:
			'获取从部门到根部门的路径。一次调用，获取名称时每个部门再一次，均不计入月度调用量。员工属于几个部门就有几条路径',
	},
	docs: 'https://open.dingtalk.com/document/development/query-the-list-of-all-parent-departments-of-a-department',
	permission: 'qyapi_get_department_list',
	routes: [OF_DEPARTMENT, OF_PERSON, DETAILS],
	fields: [
		{
			displayName: 'Of',
			zh: '查询对象',
			name: 'of',
			type: 'options',
			default: 'department',
			options: [
				{ name: 'Department', value: 'department', zh: '部门' },
				{ name: 'Person', value: 'person', zh: '员工' },
			],
		},
		{ ...department, displayOptions: { show: { of: ['department'] } } },
		{ ...person, displayOptions: { show: { of: ['person'] } }, zh: '员工', description: 'Whose departments' },
		{
			displayName: 'Names',
			zh: { name: '获取名称', description: '是否同时获取路径上各部门的名称；每个部门多一次调用' },
			name: 'names',
			type: 'boolean',
			default: true,
			description: 'Whether to also get the names of the departments on the way. One more call per department.',
		},
	],
	run: async ({ of, department: id = '', person: userid, names }, api) => {
		const chains =
			of === 'department'
				? [
						chain(
							(await api.call(OF_DEPARTMENT, { body: { dept_id: wireNumber('Department', id) } }, { safe: true }))
								.parent_id_list,
						),
					]
				: pickEach((await api.call(OF_PERSON, { body: { userid } }, { safe: true })).parent_list, [
						'parent_dept_id_list',
					]).map(({ parent_dept_id_list: ids }) => chain(ids));
		return names ? await each(chains, async (entry) => await named(api, entry)) : chains;
	},
});
