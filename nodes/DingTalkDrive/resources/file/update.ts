import { defineOperation } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, namePattern, placeOf } from '../../../shared/dentry';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

export const update = defineOperation({
	name: 'Rename',
	value: 'update',
	action: 'Rename a file or folder',
	description: 'Rename a file or folder. One call; one more where it is given by its link. Keep the extension.',
	zh: {
		name: '重命名',
		action: '重命名文件',
		description: '重命名文件或文件夹。一次调用；用链接指定时多一次调用；请保留扩展名',
	},
	docs: 'https://open.dingtalk.com/document/development/rename-a-file-or-folder',
	permission: 'Storage.File.Write',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/rename',
	safe: true,
	fields: [
		space,
		file,
		{
			displayName: 'New Name',
			zh: '新名称',
			name: 'newName',
			type: 'string',
			required: true,
			default: '',
			pattern: namePattern,
		},
		operator,
	],
	check: checkPlace,
	prepare: async (values, api) => await placeOf(api, values),
	request: ({ newName, operator: unionId }, { found }) => ({
		path: { ...found },
		query: { unionId },
		body: { newName },
	}),
	output: ({ dentry }) => Object.assign({}, dentry),
});
