import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

const range = (startTime: number | undefined, endTime: number | undefined) =>
	startTime === undefined && endTime === undefined ? undefined : { startTime, endTime };

export const search = defineOperation({
	name: 'Search',
	value: 'search',
	action: 'Search files and documents',
	description: 'Find files and online documents that the operator may see. One call per 50.',
	zh: { name: '搜索', action: '搜索文件', description: '搜索操作人可见的文件和在线文档。每 50 个一次调用' },
	docs: 'https://open.dingtalk.com/document/development/search-for-files',
	permission: 'Storage.Dentry.Search',
	route: 'POST /v2.0/storage/dentries/search',
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
				{ displayName: 'Created After', zh: '创建时间晚于', name: 'createdAfter', type: 'dateTime', default: '' },
				{ displayName: 'Created Before', zh: '创建时间早于', name: 'createdBefore', type: 'dateTime', default: '' },
				{
					displayName: 'Creators',
					zh: '创建者',
					name: 'creatorIds',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
				{
					displayName: 'Modifiers',
					zh: '修改者',
					name: 'modifierIds',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
				{ displayName: 'Visited After', zh: '访问时间晚于', name: 'visitedAfter', type: 'dateTime', default: '' },
				{ displayName: 'Visited Before', zh: '访问时间早于', name: 'visitedBefore', type: 'dateTime', default: '' },
			],
		},
		operator,
	],
	request: ({
		keyword,
		filters: { createdAfter, createdBefore, visitedAfter, visitedBefore, ...rest },
		operator: operatorId,
	}) => ({
		query: { operatorId },
		body: {
			keyword,
			option: {
				...rest,
				createTimeRange: range(createdAfter, createdBefore),
				visitTimeRange: range(visitedAfter, visitedBefore),
			},
		},
	}),
	paging: {
		style: 'token',
		cursor: 'option.nextToken',
		size: { at: 'option.maxResults', max: 50 },
		entries: 'items',
		next: 'nextToken',
	},
});
