import { defineProcedure } from '../../../runtime/operation';
import { COMMIT, conflictStrategy, UPLOAD_INFO, uploadToDrive } from '../../../shared/driveUpload';
import { operator } from '../../../shared/operator';
import { checkName, namePattern, TO_UUID, uuidOf } from '../../../shared/dentry';
import { folder } from '../../locators/dentry';
import { space } from '../../locators/space';

export const upload = defineProcedure({
	name: 'Upload',
	value: 'upload',
	action: 'Upload a file',
	description:
		'Upload a file to the drive or to a knowledge base. Two calls and the upload; one more where the folder is given by its ID.',
	zh: {
		name: '上传',
		action: '上传文件',
		description: '上传文件到钉盘或知识库的文件夹。两次调用加上传；用文件夹 ID 指定时多一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/submittal-file',
	permission: 'Storage.File.Write',
	routes: [TO_UUID, UPLOAD_INFO, COMMIT],
	fields: [
		{
			displayName: 'Input Binary Field',
			zh: { name: '输入二进制字段', description: '要上传的文件所在的字段名' },
			name: 'binaryPropertyName',
			type: 'string',
			binary: true,
			required: true,
			default: 'data',
			hint: 'The name of the input binary field containing the file to be uploaded',
		},
		space,
		folder,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Convert to Online Document',
					zh: { name: '转为在线文档', description: '上传后转换成的在线文档类型' },
					name: 'convertTo',
					type: 'options',
					default: 'DOC',
					options: [
						{ name: 'AI Table', value: 'SMART_TABLE', zh: 'AI 表格' },
						{ name: 'Document', value: 'DOC', zh: '文档' },
						{ name: 'Spreadsheet', value: 'WORKBOOK', zh: '表格' },
					],
					description: 'What the file becomes once it is there',
				},
				{
					displayName: 'File Name',
					zh: { name: '文件名', description: '留空使用二进制数据的文件名' },
					name: 'name',
					type: 'string',
					default: '',
					pattern: namePattern,
					description: 'Empty: the name of the binary data',
				},
				conflictStrategy,
			],
		},
		operator,
	],
	plan: (values) => {
		checkName('File Name', values.additionalFields.name ?? values.binaryPropertyName.name);
		return values;
	},
	run: async (
		{
			binaryPropertyName: file,
			space: spaceId,
			folder: target,
			operator: unionId,
			additionalFields: { name = file.name, conflictStrategy: strategy, convertTo },
		},
		api,
	) => {
		const parentDentryUuid = await uuidOf(api, { space: spaceId, file: target, operator: unionId });
		const option = {
			conflictStrategy: strategy,
			...(convertTo && { convertToOnlineDoc: true, convertToOnlineDocTargetDocumentType: convertTo }),
		};
		return await uploadToDrive(api, { parentDentryUuid, unionId, name, option }, file);
	},
});
