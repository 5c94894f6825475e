import { defineOperation } from '../../../runtime/operation';
import { checkPlace, placeOf } from '../../../shared/dentry';
import { operator } from '../../../shared/operator';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

export const getVersions = defineOperation({
	name: 'Get Versions',
	value: 'getVersions',
	action: 'Get the versions of a file',
	description: 'Get the versions of a file. One call per 100; one more where it is given by its link.',
	zh: {
		name: '获取历史版本',
		action: '获取文件的历史版本',
		description: '获取文件的历史版本。每 100 个一次调用；用链接指定时多一次',
	},
	docs: 'https://open.dingtalk.com/document/development/obtains-a-list-of-file-versions',
	permission: 'Storage.File.Read',
	route: 'GET /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/versions',
	fields: [space, file, operator],
	check: checkPlace,
	prepare: async (values, api) => await placeOf(api, values),
	request: ({ operator: unionId }, { found }) => ({ path: { ...found }, query: { unionId } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 100 },
		entries: 'dentries',
		next: 'nextToken',
	},
});
