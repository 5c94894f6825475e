import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { checkPlace, placeOf, TO_ID } from '../../../shared/dentry';
import { finished, returnAtOnce, TASK } from '../../../shared/driveTask';
import { file, targetFolder } from '../../locators/dentry';
import { space, targetSpace } from '../../locators/space';
import { conflictStrategy } from '../../fields/common';

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
			options: [
				conflictStrategy,
				{
					displayName: 'Keep Permissions',
					zh: { name: '保留权限', description: '是否保留原有权限；默认不保留' },
					name: 'keepPermissions',
					type: 'boolean',
					default: true,
					description: 'Whether to keep its permissions; DingTalk drops them otherwise',
				},
			],
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
			targetSpace: targetSpaceId,
			targetFolder: targetFolderId,
			returnAtOnce: atOnce,
			additionalFields: { conflictStrategy: strategy, keepPermissions },
			...values
		},
		api,
	) => {
		const path = await placeOf(api, values);
		const unionId = values.operator;
		const body = {
			targetSpaceId,
			targetFolderId,
			option: { conflictStrategy: strategy, presevePermissions: keepPermissions },
		};
		const { dentry, async: background, taskId } = await api.call(MOVE, { path, query: { unionId }, body });
		if (background === true && typeof taskId === 'string' && !atOnce) return await finished(api, taskId, unionId);
		return isObject(dentry) && background !== true ? dentry : { taskId };
	},
});
