import { LegacyError, legacy } from '../../errors';
import type { Route, World } from '../../world';
import { operation } from '../operation';

interface Sent {
	dept_id: number;
	name?: string;
	parent_id?: number;
	dept_manager_userid_list?: string;
	force_update_fields?: string;
}

/** Adds, changes and removes departments. https://open.dingtalk.com/document/development/address-book-update-department and its neighbours */
export const departmentWriteRoutes = (world: World): Route[] => {
	const { company } = world;
	const one = (id: number) => {
		const found = company.departments.find(({ dept_id }) => dept_id === id);
		if (!found) throw legacy(60003);
		return found;
	};
	const parent = (id: number) => {
		if (!company.departments.some(({ dept_id }) => dept_id === id)) throw new LegacyError(60004, '父部门不存在');
		return id;
	};
	/** From a department up to the root. */
	const way = (id: number): number[] => {
		const { dept_id, parent_id } = one(id);
		return parent_id === 0 ? [dept_id] : [dept_id, ...way(parent_id)];
	};
	return [
		operation<Required<Sent>>(
			world,
			'POST /topapi/v2/department/create',
			({ body: { name, parent_id, ...settings } }) => {
				parent(parent_id);
				if (company.departments.some((other) => other.parent_id === parent_id && other.name === name))
					throw new LegacyError(60008, '父部门下已存在相同名称的部门');
				const made = { ...settings, dept_id: world.nextId(), name, parent_id };
				company.departments.push(made);
				world.push('org_dept_create', { deptId: [made.dept_id] });
				// As seen on the wire: text, although the page says number.
				return { result: { dept_id: world.dialect === 'wire' ? String(made.dept_id) : made.dept_id } };
			},
		),
		operation<Sent>(world, 'POST /topapi/v2/department/update', ({ body: { dept_id, ...changes } }) => {
			if (dept_id === 1) throw new LegacyError(60018, '根部门不能被更新');
			const { dept_manager_userid_list: managers, force_update_fields, ...plain } = changes;
			const department = one(dept_id);
			if (plain.parent_id !== undefined && way(parent(plain.parent_id)).includes(dept_id))
				throw new LegacyError(60010, '部门id存在循环');
			const list = force_update_fields === 'dept_manager_userid_list' ? [] : managers?.split(',');
			Object.assign(department, plain, list && { dept_manager_userid_list: list });
			world.push('org_dept_modify', { deptId: [dept_id] });
			return {};
		}),
		operation<Sent>(world, 'POST /topapi/v2/department/delete', ({ body: { dept_id } }) => {
			if (dept_id === 1) throw new LegacyError(60007, '根部门不能被删除');
			const department = one(dept_id);
			const used =
				company.users.some(({ dept_id_list: own }) => own.includes(dept_id)) ||
				company.departments.some(({ parent_id }) => parent_id === dept_id);
			if (used) throw new LegacyError(60005, '部门下包含成员，不能删除');
			company.departments.splice(company.departments.indexOf(department), 1);
			world.push('org_dept_remove', { deptId: [dept_id] });
			return {};
		}),
		operation<Sent>(world, 'POST /topapi/v2/department/listparentbydept', ({ body: { dept_id } }) => ({
			result: { parent_id_list: way(dept_id) },
		})),
		operation<{ userid: string }>(world, 'POST /topapi/v2/department/listparentbyuser', ({ body: { userid } }) => ({
			result: {
				parent_list: (company.users.find((one) => one.userid === userid)?.dept_id_list ?? []).map((id) => ({
					parent_dept_id_list: way(id),
				})),
			},
		})),
	];
};
