import type { Company, Person } from '../company';
import { LegacyError, api, legacy } from '../errors';
import type { Route, World } from '../world';
import { route } from '../world';

const person = (company: Company, wanted: (one: Person) => boolean, error: LegacyError): Person => {
	const found = company.users.find(wanted);
	if (!found) throw error;
	return found;
};

const details = (one: Person) => ({
	...one,
	active: true,
	boss: one.admin,
	senior: false,
	real_authed: true,
	hide_mobile: false,
	exclusive_account: false,
	state_code: '86',
	dept_order_list: one.dept_id_list.map((dept_id, order) => ({ dept_id, order })),
	leader_in_dept: one.dept_id_list.map((dept_id) => ({ dept_id, leader: one.admin })),
	role_list: one.admin ? [{ id: 100, name: '总监', group_name: '职务' }] : [],
});

/** What a list tells of a person: less than `details`. https://open.dingtalk.com/document/development/queries-the-complete-information-of-a-department-user */
const listed = (one: Person) => {
	const { boss, active, hide_mobile, exclusive_account, state_code } = details(one);
	return { ...one, boss, active, hide_mobile, exclusive_account, state_code, leader: one.admin, dept_order: 1 };
};

interface Page {
	dept_id: number;
	cursor: number;
	size: number;
}

/** One page of a department's own people: not of the departments below it. */
const page = ({ departments, users }: Company, { dept_id, cursor, size }: Page) => {
	if (!departments.some((one) => one.dept_id === dept_id)) throw legacy(60003);
	if (size < 1 || size > 100) throw legacy(40069);
	if (cursor < 0) throw legacy(40068);
	const all = users.filter((one) => one.dept_id_list.includes(dept_id));
	const has_more = cursor + size < all.length;
	return { list: all.slice(cursor, cursor + size), has_more, ...(has_more ? { next_cursor: cursor + size } : {}) };
};

const department = ({ departments }: Company, dept_id: number) => {
	const found = departments.find((one) => one.dept_id === dept_id);
	if (!found) throw legacy(60003);
	return found;
};

/** Names of the seeded company in pinyin, by which DingTalk's search finds people. https://open.dingtalk.com/document/development/address-book-search-user-id */
const PINYIN: Readonly<Record<string, string>> = {
	李娜: 'lina',
	张三: 'zhangsan',
	李四: 'lisi',
	王五: 'wangwu',
	小钉: 'xiaoding',
	赵六: 'zhaoliu',
};

interface Search {
	queryWord: string;
	offset: number;
	size: number;
}

/** One page of the ids that a search found. */
const found = (ids: Array<string | number>, { offset, size }: Search) => {
	if (size < 1 || offset < 0) throw api.invalid('size, offset');
	return { hasMore: offset + size < ids.length, totalCount: ids.length, list: ids.slice(offset, offset + size) };
};

/** People and departments, https://open.dingtalk.com/document/development/query-user-details and its neighbours. */
export const userRoutes = ({ company, speech }: World): Route[] => [
	route<{ userid: string }>('POST', '/topapi/v2/user/get', ({ body: { userid } }) => ({
		result: details(person(company, (one) => one.userid === userid, speech.noUser())),
	})),
	route<{ mobile: string }>('POST', '/topapi/v2/user/getbymobile', ({ body: { mobile } }) => {
		if (!/^[+\d-]{6,20}$/.test(mobile)) throw legacy(40104);
		return {
			result: {
				userid: person(company, (one) => one.mobile === mobile, new LegacyError(60121, '未找到该用户')).userid,
			},
		};
	}),
	route<{ unionid: string }>('POST', '/topapi/user/getbyunionid', ({ body: { unionid } }) => {
		const { userid } = person(company, (one) => one.unionid === unionid, speech.noUnion());
		return { result: { contact_type: 0, userid } };
	}),
	route<Page>('POST', '/topapi/v2/user/list', ({ body }) => {
		const { list, ...more } = page(company, body);
		return { result: { ...more, list: list.map(listed) } };
	}),
	route<Page>('POST', '/topapi/user/listsimple', ({ body }) => {
		const { list, ...more } = page(company, body);
		return { result: { ...more, list: list.map(({ userid, name }) => ({ userid, name })) } };
	}),
	route<{ dept_id: number }>('POST', '/topapi/user/listid', ({ body: { dept_id } }) => {
		department(company, dept_id);
		const userid_list = company.users.filter((one) => one.dept_id_list.includes(dept_id)).map(({ userid }) => userid);
		return { result: { userid_list } };
	}),
	route('POST', '/topapi/user/listadmin', () => ({
		result: company.users.filter(({ admin }) => admin).map(({ userid }) => ({ userid, sys_level: 1 })),
	})),
	route('POST', '/topapi/user/count', () => ({ result: { count: company.users.length } })),
	route<{ dept_id?: number }>('POST', '/topapi/v2/department/listsub', ({ body: { dept_id = 1 } }) => ({
		result: company.departments
			.filter(({ parent_id }) => parent_id === department(company, dept_id).dept_id)
			.map((one) => ({ ...one, create_dept_group: true, auto_add_user: true })),
	})),
	route<{ dept_id: number }>('POST', '/topapi/v2/department/listsubid', ({ body: { dept_id } }) => {
		const below = company.departments.filter(({ parent_id }) => parent_id === department(company, dept_id).dept_id);
		return { result: { dept_id_list: below.map((one) => one.dept_id) } };
	}),
	route<{ dept_id: number }>('POST', '/topapi/v2/department/get', ({ body: { dept_id } }) => ({
		result: { ...department(company, dept_id), order: 0, create_dept_group: true, auto_add_user: true },
	})),
	route<Search & { fullMatchField?: number }>('POST', '/v1.0/contact/users/search', ({ body }) => {
		const { queryWord, fullMatchField } = body;
		const all = company.users.filter(({ name }) =>
			fullMatchField === 1
				? name === queryWord
				: name.includes(queryWord) || PINYIN[name]?.includes(queryWord.toLowerCase()),
		);
		return found(
			all.map(({ userid }) => userid),
			body,
		);
	}),
	route<Search>('POST', '/v1.0/contact/departments/search', ({ body }) => {
		const all = company.departments.filter(({ name }) => name.includes(body.queryWord));
		return found(
			all.map(({ dept_id }) => dept_id),
			body,
		);
	}),
];
