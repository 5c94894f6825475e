import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { folder } from '../../locators/dentry';
import { neededSpace } from '../../locators/space';

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the files in a folder',
	description: 'Get the files and folders in a folder. One call per 50.',
	zh: { name: '获取多个', action: '获取文件列表', description: '获取文件夹中的文件和文件夹。每 50 个一次调用' },
	docs: 'https://open.dingtalk.com/document/development/get-a-list-of-files-or-folders',
	permission: 'Storage.File.Read',
	route: 'GET /v1.0/storage/spaces/{spaceId}/dentries',
	fields: [
		neededSpace,
		folder,
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Order',
					zh: '顺序',
					name: 'order',
					type: 'options',
					default: 'DESC',
					options: [
						{ name: 'Ascending', value: 'ASC', zh: '升序' },
						{ name: 'Descending', value: 'DESC', zh: '降序' },
					],
				},
				{
					displayName: 'Order By',
					zh: '排序字段',
					name: 'orderBy',
					type: 'options',
					default: 'MODIFIED_TIME',
					options: [
						{ name: 'Created Time', value: 'CREATE_TIME', zh: '创建时间' },
						{ name: 'Modified Time', value: 'MODIFIED_TIME', zh: '修改时间' },
						{ name: 'Name', value: 'NAME', zh: '名称' },
						{ name: 'Size', value: 'SIZE', zh: '大小' },
					],
				},
				{
					displayName: 'Thumbnail',
					zh: { name: '缩略图', description: '是否同时返回缩略图' },
					name: 'withThumbnail',
					type: 'boolean',
					default: true,
					description: 'Whether to return thumbnails too',
				},
			],
		},
		operator,
	],
	request: ({ space: spaceId, folder: parentId, filters, operator: unionId }) => ({
		path: { spaceId },
		query: { parentId, unionId, ...filters },
	}),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 50 },
		entries: 'dentries',
		next: 'nextToken',
	},
});
