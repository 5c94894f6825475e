import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';
import { simplifyFile } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a file or folder',
	description: 'Get what is known of a file or folder. One call; one more where it is given by its link.',
	zh: { name: '获取', action: '获取文件信息', description: '获取文件或文件夹的信息。一次调用；用链接指定时多一次调用' },
	docs: 'https://open.dingtalk.com/document/development/obtain-file-or-folder-information',
	permission: 'Storage.File.Read',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/query',
	safe: true,
	fields: [
		space,
		file,
		{
			displayName: 'Thumbnail',
			zh: { name: '缩略图', description: '是否同时返回缩略图' },
			name: 'withThumbnail',
			type: 'boolean',
			under: 'options',
			default: false,
			description: 'Whether to return a thumbnail too',
		},
		operator,
	],
	check: checkPlace,
	prepare: async (values, api) => await placeOf(api, values),
	request: ({ withThumbnail, operator: unionId }, { found }) => ({
		path: { ...found },
		query: { unionId },
		body: { option: { withThumbnail } },
	}),
	output: ({ dentry }) => Object.assign({}, dentry),
	simplify: simplifyFile,
});
