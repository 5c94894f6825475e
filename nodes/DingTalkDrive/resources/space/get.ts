import { InputError, defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { space } from '../../locators/space';

const GET = 'GET /v1.0/storage/spaces/{spaceId}';
const OF_GROUP = 'POST /v1.0/convFile/conversations/spaces/query';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a drive space',
	description: 'Get a space by its ID, or the space of a group chat. One call.',
	zh: { name: '获取', action: '获取空间信息', description: '按 ID 获取空间，或获取群聊的空间。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/get-space-information',
	permission: 'Storage.Space.Read',
	routes: [GET, OF_GROUP],
	fields: [
		space,
		{
			displayName: 'Group (openConversationId)',
			zh: { name: '群（openConversationId）', description: '填写后获取该群的空间；空间留空' },
			name: 'openConversationId',
			type: 'string',
			id: true,
			default: '',
			placeholder: 'e.g. cidXXXXXXXXXX==',
			description: 'Then the space of this group is given; leave Space empty',
		},
		operator,
	],
	plan: (values) => {
		if (values.space === undefined && values.openConversationId === undefined)
			throw new InputError('Space', 'is empty: choose a space or name a group', '为空：请选择空间或填写群');
		return values;
	},
	run: async ({ space: spaceId, openConversationId, operator: unionId }, api) => {
		const answer =
			spaceId === undefined
				? await api.call(OF_GROUP, { query: { unionId }, body: { openConversationId } }, { safe: true })
				: await api.call(GET, { path: { spaceId }, query: { unionId } });
		return Object.assign({}, answer.space);
	},
});
