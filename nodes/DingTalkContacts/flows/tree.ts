import { each } from '../../runtime/each';
import type { Api, Json } from '../../runtime/operation';

export const CHILDREN = 'POST /topapi/v2/department/listsub';

/** Department id as the wire has it. */
export type DepartmentId = number | bigint | string;

/** The departments just below one. https://open.dingtalk.com/document/development/user-management-acquires-the-list-departments */
export const childrenOf = async (api: Api, department: DepartmentId, more: object = {}): Promise<Json[]> =>
	await api.list(CHILDREN, { body: { dept_id: department, ...more } }, { style: 'whole', entries: 'result' }, Infinity);

/** The departments just below some, in their order, ten calls at once. */
export const childrenOfAll = async (api: Api, departments: readonly DepartmentId[]): Promise<DepartmentId[]> =>
	(await each(departments, async (department) => await childrenOf(api, department)))
		.flat()
		.map(({ dept_id }) => Number(dept_id));
