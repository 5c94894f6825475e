import { needed } from '../../../runtime/answer';
import { InputError, defineProcedure } from '../../../runtime/operation';
import { COMMIT, conflictStrategy, UPLOAD_INFO, uploadToDrive } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';

export const createFromFile = defineProcedure({
	name: 'Create From File',
	value: 'createFromFile',
	action: 'Create an AI table from an Excel file',
	description:
		'Turn an Excel file (.xlsx) into an AI table. Two calls and the upload. It is the only way by which the API makes AI tables.',
	zh: {
		name: '从文件创建',
		action: '从 Excel 文件创建 AI 表格',
		description: '将 Excel 文件（.xlsx）转换为 AI 表格。两次调用加上传；这是接口创建 AI 表格的唯一方式',
	},
	docs: 'https://open.dingtalk.com/document/development/submittal-file',
	permission: 'Storage.File.Write',
	routes: [UPLOAD_INFO, COMMIT],
	fields: [
		{
			displayName: 'Parent Folder UUID',
			zh: { name: '上级文件夹 UUID', description: '文件夹或知识库节点的 UUID（链接中 /i/nodes/ 后的 ID）' },
			name: 'parentDentryUuid',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description:
				'Of the folder or the node of a knowledge base that it goes into: the ID in its link after /i/nodes/',
		},
		{
			displayName: 'Input Binary Field',
			zh: { name: '输入二进制字段', description: 'xlsx 文件所在的字段名' },
			name: 'binaryPropertyName',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the Excel file',
		},
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
					displayName: 'Name',
					zh: { name: '名称', description: '留空使用文件名' },
					name: 'name',
					type: 'string',
					default: '',
					description: 'Empty: the name of the file',
				},
			],
		},
		operator,
	],
	plan: ({ binaryPropertyName: file, additionalFields: { name = file.name, conflictStrategy }, ...rest }) => {
		if (!/\.xlsx?$/i.test(name)) throw new InputError('Name', `must end in .xlsx: ${name}`, `须以 .xlsx 结尾：${name}`);
		return { ...rest, file, name, conflictStrategy };
	},
	run: async ({ file, name, conflictStrategy, parentDentryUuid, operator: unionId }, api) => {
		const option = { conflictStrategy, convertToOnlineDoc: true, convertToOnlineDocTargetDocumentType: 'SMART_TABLE' };
		const dentry = await uploadToDrive(api, { parentDentryUuid, unionId, name, option }, file);
		return { baseId: needed(dentry, 'uuid'), ...dentry };
	},
});
