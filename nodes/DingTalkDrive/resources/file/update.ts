import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../flows/place';
import { file } from '../../locators/dentry';
import { space } from '../../locators/space';
import { namePattern } from '../fields';

const RENAME = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/rename';

export const update = defineProcedure({
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
	routes: [RENAME, TO_ID],
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
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async ({ newName, ...values }, api) => {
		const path = await placeOf(api, values);
		const { dentry } = await api.call(
			RENAME,
			{ path, query: { unionId: values.operator }, body: { newName } },
			{ safe: true },
		);
		return Object.assign({}, dentry);
	},
});
