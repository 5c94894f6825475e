import { defineProcedure } from '../../../runtime/operation';
import { endOfEach, finished, returnAtOnce, TASK } from '../../../shared/driveTask';
import { operator } from '../../../shared/operator';
import { neededSpace } from '../../locators/space';

const REMOVE = 'POST /v1.0/storage/spaces/{spaceId}/dentries/batchRemove';
/** Most files of one call. https://open.dingtalk.com/document/development/delete-files-or-folders-in-bulk */
const MOST = 50;

export const remove = defineProcedure({
	name: 'Delete',
	value: 'delete',
	action: 'Delete files or folders',
	description:
		'Delete files or folders for good. One call per 50; folders are deleted in the background and looked at until it ends. The recycle bin works only in shared spaces that Space: Create made.',
	zh: {
		name: '删除',
		action: '删除文件',
		description:
			'彻底删除文件或文件夹。每 50 个一次调用；文件夹在后台删除，会查询直到完成；回收站仅对用“创建空间”新建的共享空间有效',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-files-or-folders-in-bulk',
	permission: 'Storage.File.Write',
	routes: [REMOVE, TASK],
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
			zh: { name: '移到回收站', description: '是否移到回收站而不是彻底删除；仅对用“创建空间”新建的共享空间有效' },
			name: 'toRecycleBin',
			type: 'boolean',
			default: false,
			description:
				'Whether to move them to the recycle bin instead of deleting them for good; works only in shared spaces that Space: Create made',
		},
		returnAtOnce,
		operator,
	],
	run: async ({ space: spaceId, fileIds, toRecycleBin, returnAtOnce: atOnce, operator: unionId }, api) =>
		await endOfEach(fileIds, {
			most: MOST,
			call: async (dentryIds) =>
				await api.call(REMOVE, {
					path: { spaceId },
					query: { unionId },
					body: { dentryIds, option: { toRecycleBin } },
				}),
			id: 'dentryId',
			not: 'was not deleted',
			end: async (result) => {
				const { async: background, taskId } = result;
				if (background !== true || typeof taskId !== 'string' || atOnce) return result;
				const { status } = await finished(api, taskId, unionId);
				return { ...result, status, success: status === 'SUCCESS' };
			},
		}),
});
