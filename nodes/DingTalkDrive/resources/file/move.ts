import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { keepPermissions, returnAtOnce, settledDentry, TASK } from '../../../shared/driveTask';
import { conflictStrategy } from '../../../shared/driveUpload';
import { file, targetFolder } from '../../locators/dentry';
import { space, targetSpace } from '../../locators/space';

const MOVE = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/move';

export const move = defineProcedure({
	name: 'Move',
	value: 'move',
	action: 'Move a file or folder',
	description:
		'Move a file or folder to a folder. One call; one more where it is given by its link; a folder is done in the background and looked at until it ends.',
	zh: {
		name: '移动',
		action: '移动文件',
		description: '移动文件或文件夹到目标文件夹。一次调用；用链接指定时多一次；文件夹在后台处理，会查询直到完成',
	},
	docs: 'https://open.dingtalk.com/document/development/move-a-file-or-folder',
	permission: 'Storage.File.Write',
	routes: [MOVE, TO_ID, TASK],
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
			options: [conflictStrategy, keepPermissions],
		},
		returnAtOnce,
		operator,
	],
	plan: (values) => {
		checkPlace(values);
		return values;
	},
	run: async (
		{
			targetSpace,
			targetFolder,
			returnAtOnce: atOnce,
			additionalFields: { conflictStrategy: strategy, keepPermissions: keeps },
			...values
		},
		api,
	) => {
		const path = await placeOf(api, values);
		const unionId = values.operator;
		const target = await placeOf(api, { space: targetSpace, file: targetFolder, operator: unionId });
		const body = {
			targetSpaceId: target.spaceId,
			targetFolderId: target.dentryId,
			option: { conflictStrategy: strategy, presevePermissions: keeps },
		};
		const answer = await api.call(MOVE, { path, query: { unionId }, body });
		return await settledDentry(api, answer, unionId, !atOnce);
	},
});
