import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { withPermissionRole, withStatisticalInfo } from '../../fields/role';
import { linkedNode } from '../../locators/node';

const GET = 'GET /v2.0/wiki/nodes/{nodeId}';
const BY_URL = 'POST /v2.0/wiki/nodes/queryByUrl';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a node by ID or URL',
	description: 'Get name, type and place of a document, file or folder. One call. Any DingTalk Docs link works.',
	zh: {
		name: '获取',
		action: '获取节点',
		description: '获取文档、文件或文件夹的名称、类型和位置。一次调用；支持任意钉钉文档链接',
	},
	docs: 'https://open.dingtalk.com/document/development/get-knowledge-base-acquisition-node',
	permission: 'Wiki.Node.Read',
	routes: [GET, BY_URL],
	fields: [
		linkedNode,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [withPermissionRole, withStatisticalInfo],
		},
		operator,
	],
	run: async ({ node: id, additionalFields: option, operator: operatorId }, api) => {
		const { node } = id.startsWith('https://')
			? await api.call(
					BY_URL,
					{
						query: { operatorId },
						body: { url: id, option: Object.values(option).some((value) => value !== undefined) ? option : undefined },
					},
					{ safe: true },
				)
			: await api.call(GET, { path: { nodeId: id }, query: { operatorId, ...option } });
		return isObject(node) ? node : {};
	},
});
