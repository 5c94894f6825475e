import { InputError, defineProcedure } from '../../../runtime/operation';
import { conflictStrategy } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';
import { folder } from '../../locators/dentry';
import { neededSpace } from '../../locators/space';
import { checkName, namePattern, placeOf, TO_ID } from '../../../shared/dentry';

const CREATE = 'POST /v1.0/storage/spaces/{spaceId}/dentries/{parentId}/folders';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a folder',
	description:
		'Create a folder, or find the one that exists. One call per level of the path; one more where the folder is given by its link.',
	zh: {
		name: '创建',
		action: '创建文件夹',
		description: '创建文件夹，已存在时返回已有文件夹。路径每层一次调用；用链接指定上级文件夹时多一次',
	},
	docs: 'https://open.dingtalk.com/document/development/add-folder',
	permission: 'Storage.File.Write',
	routes: [CREATE, TO_ID],
	fields: [
		neededSpace,
		folder,
		{
			displayName: 'Name',
			zh: { name: '名称', description: '可写路径，如 2026/合同，会逐层创建' },
			name: 'name',
			type: 'string',
			required: true,
			default: '',
			pattern: namePattern,
			description: 'Or a path such as 2026/Contracts: each level is made',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [{ ...conflictStrategy, default: 'RETURN_DENTRY_IF_EXISTS' }],
		},
		operator,
	],
	plan: ({ name, ...rest }) => {
		const levels = name
			.split('/')
			.map((level) => level.trim())
			.filter((level) => level !== '');
		if (levels.length === 0) throw new InputError('Name', 'is empty', '为空');
		levels.forEach((level) => checkName('Name', level));
		return { ...rest, levels };
	},
	run: async ({ space, folder, levels, operator: unionId, additionalFields }, api) => {
		const { spaceId, dentryId } = await placeOf(api, { space, file: folder, operator: unionId });
		let parentId = dentryId;
		let made = {};
		for (const [index, name] of levels.entries()) {
			// The levels above are used where they exist; what was asked for holds for the last one.
			const last = index === levels.length - 1;
			const strategy = (last ? additionalFields.conflictStrategy : undefined) ?? 'RETURN_DENTRY_IF_EXISTS';
			const { dentry } = await api.call(
				CREATE,
				{ path: { spaceId, parentId }, query: { unionId }, body: { name, option: { conflictStrategy: strategy } } },
				{ safe: strategy === 'RETURN_DENTRY_IF_EXISTS' },
			);
			made = Object.assign({}, dentry);
			parentId = String(Object.assign({ id: '' }, dentry).id);
		}
		return made;
	},
});
