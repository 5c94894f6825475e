import { defineProcedure } from '../../../runtime/operation';
import { endOfEach, returnAtOnce, settledDentry, TASK } from '../../../shared/driveTask';
import { conflictStrategy } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';
import { BIN, binOf, corpId } from './bin';

const RESTORE = 'POST /v1.0/storage/recycleBins/{recycleBinId}/recycleItems/batchRestore';
/** Items of one call. https://open.dingtalk.com/document/development/batch-restore-recycled-items */
const MOST_ITEMS = 30;

export const restore = defineProcedure({
	name: 'Restore',
	value: 'restore',
	action: 'Restore files from the recycle bin',
	description:
		'Put files and folders back to where they were. One call per 30, one more per run to find the bin. A folder that is not empty is done in the background and looked at until it ends.',
	zh: {
		name: '还原',
		action: '还原回收项',
		description:
			'将文件和文件夹还原到原位置。每 30 个一次调用，每次运行另有一次查找回收站；非空文件夹在后台处理，会查询直到完成',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-restore-recycled-items',
	permission: 'Storage.RecycleBin.Write',
	routes: [RESTORE, BIN, TASK],
	fields: [
		{
			displayName: 'Recycled Item IDs',
			zh: { name: '回收项 ID', description: '“获取多个”返回的 id，一个或多个，用逗号分隔，或数组' },
			name: 'recycleItemIds',
			type: 'string',
			list: true,
			required: true,
			default: '',
			description: 'The ID that Get Many returns: one, or several separated by commas, or an array',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [conflictStrategy],
		},
		returnAtOnce,
		corpId,
		operator,
	],
	run: async ({ recycleItemIds, additionalFields, returnAtOnce: atOnce, corpId: scope, operator: unionId }, api) => {
		const recycleBinId = await binOf(api, scope, unionId);
		return await endOfEach(recycleItemIds, {
			most: MOST_ITEMS,
			call: async (part) =>
				await api.call(RESTORE, {
					path: { recycleBinId },
					query: { unionId },
					body: { recycleItemIds: part, option: additionalFields },
				}),
			id: 'recycleItemId',
			not: 'was not restored',
			end: async (result) => {
				const { recycleItemId, spaceId, dentryId } = result;
				const task = await settledDentry(api, result, unionId, !atOnce);
				return { recycleItemId, spaceId, dentryId, success: true, ...task };
			},
		});
	},
});
