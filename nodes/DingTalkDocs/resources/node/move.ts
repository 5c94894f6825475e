import { defineProcedure } from '../../../runtime/operation';
import { TO_ID } from '../../../shared/dentry';
import { keepPermissions, returnAtOnce, settledDentry, TASK } from '../../../shared/driveTask';
import { conflictStrategy } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';
import { MINE, WORKSPACE } from '../../flows/mine';
import { nodePlace, targetOf } from '../../flows/target';
import { targetFolder } from '../../locators/folder';
import { targetKnowledgeBase } from '../../locators/knowledgeBase';
import { node } from '../../locators/node';

const MOVE = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/move';

export const move = defineProcedure({
	name: 'Move',
	value: 'move',
	action: 'Move a document or folder',
	description:
		'Move a document, file or folder into a knowledge base. Three calls, one more for a root. Permissions are dropped unless they are kept. Folders are done in the background and looked at until the end.',
	zh: {
		name: '移动',
		action: '移动文档或文件夹',
		description:
			'将文档、文件或文件夹移动到知识库。三次调用，移动到根目录多一次；不选择保留时权限会丢失；文件夹在后台处理，会查询直到完成',
	},
	docs: 'https://open.dingtalk.com/document/development/move-a-file-or-folder',
	permission: 'Storage.File.Write',
	routes: [MOVE, TO_ID, TASK, WORKSPACE, MINE],
	fields: [
		node,
		targetKnowledgeBase,
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
	run: async ({ node: id, additionalFields, returnAtOnce: atOnce, operator: unionId, ...where }, api) => {
		const { conflictStrategy: strategy, keepPermissions: keeps } = additionalFields;
		const path = await nodePlace(api, id, unionId);
		const target = await targetOf(api, { ...where, operator: unionId });
		const option = { conflictStrategy: strategy, presevePermissions: keeps };
		const answer = await api.call(MOVE, { path, query: { unionId }, body: { ...target, option } });
		return await settledDentry(api, answer, unionId, !atOnce);
	},
});
