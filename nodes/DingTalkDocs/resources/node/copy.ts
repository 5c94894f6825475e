import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { TO_ID, namePattern } from '../../../shared/dentry';
import { returnAtOnce, settledDentry, TASK } from '../../../shared/driveTask';
import { conflictStrategy } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';
import { MINE, WORKSPACE } from '../../flows/mine';
import { nodePlace, targetOf } from '../../flows/target';
import { targetFolder } from '../../locators/folder';
import { targetKnowledgeBase } from '../../locators/knowledgeBase';
import { node } from '../../locators/node';

const COPY = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/copy';
const RENAME = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{dentryId}/rename';

export const copy = defineProcedure({
	name: 'Copy',
	value: 'copy',
	action: 'Copy a document or folder',
	description:
		'Copy a document, file or folder into a knowledge base. Three calls, one more for a root, one more with a new name. Folders are done in the background and looked at until the end.',
	zh: {
		name: '复制',
		action: '复制文档或文件夹',
		description:
			'将文档、文件或文件夹复制到知识库。三次调用；复制到根目录多一次，重命名多一次；文件夹在后台处理，会查询直到完成',
	},
	docs: 'https://open.dingtalk.com/document/development/copy-an-object',
	permission: 'Storage.File.Write',
	routes: [COPY, TO_ID, TASK, RENAME, WORKSPACE, MINE],
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
			options: [
				conflictStrategy,
				{
					displayName: 'New Name',
					zh: { name: '新名称', description: '副本的名称；文件夹的副本不会重命名' },
					name: 'newName',
					type: 'string',
					default: '',
					pattern: namePattern,
					description: 'Name of the copy; the copy of a folder keeps its name',
				},
			],
		},
		returnAtOnce,
		operator,
	],
	run: async ({ node: id, additionalFields, returnAtOnce: atOnce, operator: unionId, ...where }, api) => {
		const { conflictStrategy: strategy, newName } = additionalFields;
		const path = await nodePlace(api, id, unionId);
		const target = await targetOf(api, { ...where, operator: unionId });
		const answer = await api.call(COPY, {
			path,
			query: { unionId },
			body: { ...target, option: { conflictStrategy: strategy } },
		});
		const made = await settledDentry(api, answer, unionId, !atOnce);
		if (newName === undefined || made.id === undefined) return made;
		const { dentry } = await api.call(
			RENAME,
			{
				path: { spaceId: target.targetSpaceId, dentryId: String(made.id) },
				query: { unionId },
				body: { newName },
			},
			{ safe: true },
		);
		return isObject(dentry) ? dentry : made;
	},
});
