import { each } from '../../../runtime/each';
import { defineProcedure } from '../../../runtime/operation';
import { foundIds } from '../../flows/found';
import { DETAILS } from './fields';
import { simplifyDepartment } from './get';

const SEARCH = 'POST /v1.0/contact/departments/search';

export const search = defineProcedure({
	name: 'Search',
	value: 'search',
	action: 'Search departments by name',
	description:
		'Find departments by their name. One call per 100 found, and one more per department with Details (those are free of the monthly quota).',
	zh: {
		name: '搜索',
		action: '按名称搜索部门',
		description: '按名称查找部门。每 100 个一次调用；获取详情时每个部门再一次（不计入月度调用量）',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-search-department-id',
	permission: 'qyapi_addresslist_search',
	routes: [SEARCH, DETAILS],
	list: true,
	fields: [
		{
			displayName: 'Name',
			zh: { name: '名称', description: '部门名称或拼音' },
			name: 'queryWord',
			type: 'string',
			required: true,
			default: '',
			description: 'Name of the department, or its pinyin',
		},
		{
			displayName: 'Details',
			zh: { name: '获取详情', description: '是否获取名称、主管和人数，而不只是部门 ID；每个部门多一次调用' },
			name: 'details',
			type: 'boolean',
			default: true,
			description: 'Whether to get name, managers and counts, not the ID alone. One more call per department.',
		},
	],
	run: async ({ queryWord, details, limit }, api) => {
		const ids = await foundIds(api, SEARCH, { queryWord }, limit);
		if (!details) return ids.map((dept_id) => ({ dept_id }));
		return await each(ids, async (id) => await api.call(DETAILS, { body: { dept_id: Number(id) } }, { safe: true }));
	},
	simplify: simplifyDepartment,
});
