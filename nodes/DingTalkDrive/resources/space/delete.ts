import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { neededSpace } from '../../locators/space';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a drive space',
	description:
		'Delete a shared space with all that is in it. One call. DingTalk names no way back: its files are lost for ever. It deletes only shared spaces of the organization.',
	zh: {
		name: '删除',
		action: '删除空间',
		description: '删除企业共享空间及其全部内容。一次调用。钉钉未提供恢复方式，其中的文件将永久丢失。仅支持企业共享空间',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-a-space',
	permission: 'Drive.Space.Write',
	route: 'DELETE /v1.0/drive/spaces/{spaceId}',
	fields: [neededSpace, operator],
	request: ({ space: spaceId, operator: unionId }) => ({ path: { spaceId }, query: { unionId } }),
	output: (_, { space: spaceId }) => ({ success: true, spaceId }),
});
