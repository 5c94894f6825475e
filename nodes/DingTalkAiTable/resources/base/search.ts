import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

export const search = defineOperation({
	name: 'Search',
	value: 'search',
	action: 'Search AI tables by name',
	description: 'Find AI tables that the operator may see. One call per 50 documents found.',
	zh: { name: '搜索', action: '搜索 AI 表格', description: '按名称搜索操作人可见的 AI 表格。每找到 50 个文档一次调用' },
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
				{ displayName: 'Created After', zh: '创建时间晚于', name: 'createdAfter', type: 'dateTime', default: '' },
				{ displayName: 'Created Before', zh: '创建时间早于', name: 'createdBefore', type: 'dateTime', default: '' },
				{
					displayName: 'Creators',
					zh: { name: '创建者', description: '一个人，或用逗号分隔的多个 ID' },
					name: 'creatorIds',
					type: 'resourceLocator',
					person: 'userId',
					many: true,
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'One person, or several IDs separated by commas',
				},
			],
		},
		operator,
	],
	request: ({
		keyword,
		filters: { createdAfter: startTime, createdBefore: endTime, creatorIds },
		operator: operatorId,
	}) => ({
		query: { operatorId },
		body: {
			keyword,
			option: {
				dentryCategories: ['alidoc'],
				creatorIds,
				createTimeRange: startTime === undefined && endTime === undefined ? undefined : { startTime, endTime },
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
	// The search does not tell kinds apart; the names of AI tables end so.
	flatten: (entry) => (/\.able$/i.test(String(entry.name)) ? [{ ...entry, baseId: entry.dentryUuid }] : []),
});
