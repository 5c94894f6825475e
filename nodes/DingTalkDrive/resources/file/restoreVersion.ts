import { defineOperation } from '../../../runtime/operation';
import { checkPlace, placeOf } from '../../../shared/dentry';
import { operator } from '../../../shared/operator';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';

export const restoreVersion = defineOperation({
	name: 'Restore Version',
	value: 'restoreVersion',
	action: 'Restore a former version of a file',
	description: 'Make a former version the current one. One call; one more where it is given by its link.',
	zh: {
		name: '恢复历史版本',
		action: '恢复文件的历史版本',
		description: '将历史版本恢复为当前版本。一次调用；用链接指定时多一次',
	},
	docs: 'https://open.dingtalk.com/document/development/restore-previous-versions-of-files',
	permission: 'Storage.File.Write',
	route: 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/versions/{version}/revert',
	safe: true,
	fields: [
		space,
		file,
		{
			displayName: 'Version',
			zh: { name: '版本', description: '“获取历史版本”返回的 version' },
			name: 'version',
			type: 'number',
			required: true,
			default: 1,
			typeOptions: { minValue: 0, numberPrecision: 0 },
			description: 'The version that Get Versions returns',
		},
		operator,
	],
	check: checkPlace,
	prepare: async (values, api) => await placeOf(api, values),
	request: ({ operator: unionId, version }, { found }) => ({ path: { ...found, version }, query: { unionId } }),
	output: (_, { version }) => ({ success: true, version }),
});
