import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { BIN, binOf, corpId } from './bin';

const LIST = 'GET /v1.0/storage/recycleBins/{recycleBinId}/recycleItems';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many files in the recycle bin',
	description: 'Get what lies in the recycle bin. One call per 50, one more per run to find the bin.',
	zh: {
		name: '获取多个',
		action: '获取回收项列表',
		description: '获取回收站中的回收项。每 50 个一次调用，每次运行另有一次查找回收站',
	},
	docs: 'https://open.dingtalk.com/document/development/gets-the-list-of-recycle-items',
	permission: 'Storage.RecycleBin.Read',
	routes: [LIST, BIN],
	list: true,
	fields: [corpId, operator],
	run: async ({ corpId: scope, operator: unionId, limit }, api) => {
		const recycleBinId = await binOf(api, scope, unionId);
		const paging = {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 50 },
			entries: 'recycleItems',
			next: 'nextToken',
		} as const;
		return await api.list(LIST, { path: { recycleBinId }, query: { unionId } }, paging, limit);
	},
});
