import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { placeOf, TO_ID } from '../../../shared/dentry';
import { operator } from '../../../shared/operator';
import { folder } from '../../locators/dentry';
import { neededSpace } from '../../locators/space';
import { simplifyFile } from './fields';
import { below, distinct, ordered } from './tree';

const LIST = 'GET /v1.0/storage/spaces/{spaceId}/dentries';
const LIST_ALL = 'POST /v1.0/storage/spaces/{spaceId}/dentries/listAll';

const pages = { style: 'token', entries: 'dentries', next: 'nextToken' } as const;
const levelPages: Paging = { ...pages, cursor: 'nextToken', size: { at: 'maxResults', max: 50 } };
/** https://open.dingtalk.com/document/development/get-a-list-of-all-files-or-folders-under-a */
const allPages: Paging = { ...pages, cursor: 'option.nextToken', size: { at: 'option.maxResults', max: 50 } };

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the files in a folder',
	description:
		'Get the files and folders in a folder. One call per 50; one more where the folder is given by its link. All Levels reads the whole space.',
	zh: {
		name: '获取多个',
		action: '获取文件列表',
		description: '获取文件夹中的文件和文件夹。每 50 个一次调用；用链接指定文件夹时多一次；“包含子文件夹”会读取整个空间',
	},
	docs: 'https://open.dingtalk.com/document/development/get-a-list-of-files-or-folders',
	permission: 'Storage.File.Read',
	routes: [LIST, LIST_ALL, TO_ID],
	list: true,
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
					displayName: 'All Levels',
					zh: { name: '包含子文件夹', description: '是否同时返回所有下级文件夹中的内容；会读取整个空间' },
					name: 'allLevels',
					type: 'boolean',
					default: true,
					description: 'Whether to return what is in the folders below too; the whole space is read for it',
				},
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
				{
					displayName: 'Type',
					zh: { name: '类型', description: '只返回文件或只返回文件夹' },
					name: 'type',
					type: 'options',
					default: 'FILE',
					options: [
						{ name: 'File', value: 'FILE', zh: '文件' },
						{ name: 'Folder', value: 'FOLDER', zh: '文件夹' },
					],
					description: 'Only files, or only folders',
				},
			],
		},
		operator,
	],
	run: async ({ space, folder: file, filters: { allLevels, type, ...filters }, operator: unionId, limit }, api) => {
		const { spaceId, dentryId } = await placeOf(api, { space, file, operator: unionId });
		const path = { spaceId };
		// DingTalk filters neither by type nor by folder: then all is read, and the limit counts what is left.
		const most = type === undefined && !allLevels ? limit : Infinity;
		const { order, withThumbnail } = filters;
		const entries = allLevels
			? distinct(
					await api.list(
						LIST_ALL,
						{ path, query: { unionId }, body: { option: { order, withThumbnail } } },
						allPages,
						most,
					),
				)
			: await api.list(LIST, { path, query: { parentId: dentryId, unionId, ...filters } }, levelPages, most);
		const wanted = (allLevels ? ordered(below(entries, dentryId), filters) : entries).filter(
			(entry) => type === undefined || String(entry.type).toUpperCase() === type,
		);
		return wanted.slice(0, limit);
	},
	simplify: simplifyFile,
});
