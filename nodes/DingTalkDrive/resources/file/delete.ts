import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { neededSpace } from '../../locators/space';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete files or folders',
	description:
		'Delete files or folders for good. One call per 50. The recycle bin works only in spaces that an app made.',
	zh: {
		name: '删除',
		action: '删除文件',
		description: '彻底删除文件或文件夹。每 50 个一次调用；回收站仅对应用创建的空间有效',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-files-or-folders-in-bulk',
	permission: 'Storage.File.Write',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/batchRemove',
	fields: [
		neededSpace,
		{
			displayName: 'File IDs',
			zh: { name: '文件 ID', description: '一个或多个 dentryId，用逗号分隔' },
			name: 'fileIds',
			type: 'string',
			list: true,
			digits: true,
			required: true,
			default: '',
			description: 'One, or several separated by commas',
		},
		{
			displayName: 'To the Recycle Bin',
			zh: { name: '移到回收站', description: '是否移到回收站而不是彻底删除；仅对应用创建的空间有效' },
			name: 'toRecycleBin',
			type: 'boolean',
			default: false,
			description:
				'Whether to move them to the recycle bin instead of deleting them for good; works only in spaces that an app made',
		},
		operator,
	],
	split: { lists: { fileIds: 50 } },
	request: ({ space: spaceId, fileIds: dentryIds, toRecycleBin, operator: unionId }) => ({
		path: { spaceId },
		query: { unionId },
		body: { dentryIds, option: { toRecycleBin } },
	}),
	partial: ({ resultItems }) => {
		const all = objectsIn(resultItems);
		return {
			ok: all.filter(({ success }) => success !== false),
			failed: all
				.filter(({ success }) => success === false)
				.map(({ dentryId, errorCode }) => ({
					entry: String(dentryId),
					message: `was not deleted (${String(errorCode)})`,
					code: String(errorCode),
				})),
		};
	},
});
