import { defineOperation } from '../../../runtime/operation';
import { SEARCH, searchFilters, searchOption, searchPaging } from '../../../shared/dentrySearch';
import { operator } from '../../../shared/operator';

export const search = defineOperation({
	name: 'Search',
	value: 'search',
	action: 'Search files and documents',
	description: 'Find files and online documents that the operator may see. One call per 50.',
	zh: { name: '搜索', action: '搜索文件', description: '搜索操作人可见的文件和在线文档。每 50 个一次调用' },
	docs: 'https://open.dingtalk.com/document/development/search-for-files',
	permission: 'Storage.Dentry.Search',
	route: SEARCH,
	fields: [
		{ displayName: 'Keyword', zh: '关键词', name: 'keyword', type: 'string', required: true, default: '' },
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Categories',
					zh: {
						name: '文件类别',
						description: '如 alidoc（在线文档）、document、image、video、audio、archive，用逗号分隔',
					},
					name: 'dentryCategories',
					type: 'string',
					list: true,
					default: '',
					description: 'Such as alidoc (online documents), document, image, video, audio, archive, separated by commas',
				},
				...searchFilters,
			],
		},
		operator,
	],
	request: ({ keyword, filters, operator: operatorId }) => ({
		query: { operatorId },
		body: { keyword, option: searchOption(filters) },
	}),
	paging: searchPaging,
});
