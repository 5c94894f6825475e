import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { returnAtOnce, settledDentry, TASK } from '../../../shared/driveTask';
import { conflictStrategy } from '../../../shared/driveUpload';
import { file, targetFolder } from '../../locators/dentry';
import { space, targetSpace } from '../../locators/space';

const COPY = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/copy';

export const copy = defineProcedure({
	name: 'Copy',
	value: 'copy',
	action: 'Copy a file or folder',
	description:
		'Copy a file or folder to a folder. One call; one more where it is given by its link; a folder is done in the background and looked at until it ends.',
	zh: {
		name: '复制',
		action: '复制文件',
		description: '复制文件或文件夹到目标文件夹。一次调用；用链接指定时多一次；文件夹在后台处理，会查询直到完成',
	},
	docs: 'https://open.dingtalk.com/document/development/copy-an-object',
	permission: 'Storage.File.Write',
	routes: [COPY, TO_ID, TASK],
	fields: [
		space,
		file,
		targetSpace,
		targetFolder,
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
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async (
		{ targetSpace, targetFolder, returnAtOnce: atOnce, additionalFields: { conflictStrategy: strategy }, ...values },
		api,
	) => {
		const path = await placeOf(api, values);
		const unionId = values.operator;
		const target = await placeOf(api, { space: targetSpace, file: targetFolder, operator: unionId });
		const body = {
			targetSpaceId: target.spaceId,
			targetFolderId: target.dentryId,
			option: { conflictStrategy: strategy },
		};
		const answer = await api.call(COPY, { path, query: { unionId }, body });
		return await settledDentry(api, answer, unionId, !atOnce);
	},
});
