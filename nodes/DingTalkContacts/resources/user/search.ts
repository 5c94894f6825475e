import { each } from '../../../runtime/each';
import { defineProcedure } from '../../../runtime/operation';
import { foundIds } from '../../flows/found';
import { simplifyUser } from './fields';

const SEARCH = 'POST /v1.0/contact/users/search';
const DETAILS = 'POST /topapi/v2/user/get';

export const search = defineProcedure({
	name: 'Search',
	value: 'search',
	action: 'Search users by name',
	description:
		'Find people by their name. One call per 100 found, and one more per person with Details (those are free of the monthly quota). Finds current staff within the range of the app only.',
	zh: {
		name: '搜索',
		action: '按姓名搜索用户',
		description:
			'按姓名查找员工。每 100 人一次调用；获取详情时每人再一次（不计入月度调用量）。仅限应用通讯录范围内的在职员工',
	},
	docs: 'https://open.dingtalk.com/document/development/address-book-search-user-id',
	permission: 'qyapi_addresslist_search',
	routes: [SEARCH, DETAILS],
	list: true,
	fields: [
		{
			displayName: 'Name',
			zh: { name: '姓名', description: '姓名、拼音或英文名' },
			name: 'queryWord',
			type: 'string',
			required: true,
			default: '',
			description: 'Name, pinyin or English name',
		},
		{
			displayName: 'Details',
			zh: { name: '获取详情', description: '是否获取每个人的详情，而不只是 userId；每人多一次调用' },
			name: 'details',
			type: 'boolean',
			default: true,
			description: 'Whether to get the details of each person, not the user ID alone. One more call per person.',
		},
		{
			displayName: 'Exact Match',
			zh: { name: '精确匹配', description: '是否只查找姓名完全一致的员工' },
			name: 'exact',
			type: 'boolean',
			under: 'options',
			default: true,
			description: 'Whether to find only people who are called exactly so',
		},
	],
	run: async ({ queryWord, details, exact, limit }, api) => {
		const fullMatchField = exact ? 1 : undefined;
		const ids = await foundIds(api, SEARCH, { queryWord, fullMatchField }, limit);
		if (!details) return ids.map((userid) => ({ userid }));
		return await each(ids, async (userid) => await api.call(DETAILS, { body: { userid } }, { safe: true }));
	},
	simplify: simplifyUser,
});
