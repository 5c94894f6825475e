import { needed } from '../../../runtime/answer';
import { defineProcedure } from '../../../runtime/operation';
import { operator } from '../../../shared/operator';
import { addressOf } from '../../flows/address';
import { WRITE } from '../../flows/write';
import { workbook } from '../../locators/workbook';

const CREATE = 'POST /v1.0/doc/workbooks/{workbookId}/sheets';

export const create = defineProcedure({
	name: 'Create',
	value: 'create',
	action: 'Create a sheet in a spreadsheet',
	description:
		'Add a sheet, with a header row if wanted. One call, one more with a header. A name that exists gets a number: go on with the name or ID that comes back.',
	zh: {
		name: '创建',
		action: '在表格中创建工作表',
		description: '新建工作表，可写入表头。一次调用，填写表头时多一次；重名时会自动加编号，请使用返回的名称或 ID',
	},
	docs: 'https://open.dingtalk.com/document/development/create-a-worksheet',
	permission: 'Document.Workbook.Write',
	routes: [CREATE, WRITE],
	fields: [
		workbook,
		{ displayName: 'Sheet Name', zh: '工作表名称', name: 'sheetName', type: 'string', required: true, default: '' },
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Header',
					zh: { name: '表头', description: '写入第 1 行的列名，用逗号分隔' },
					name: 'header',
					type: 'string',
					list: true,
					default: '',
					description: 'Names of the columns, separated by commas; they are written into row 1',
				},
			],
		},
		operator,
	],
	run: async (
		{ workbook: workbookId, sheetName: name, additionalFields: { header = [] }, operator: operatorId },
		api,
	) => {
		const query = { operatorId };
		const made = await api.call(CREATE, { path: { workbookId }, query, body: { name } });
		if (header.length > 0) {
			const rangeAddress = addressOf({ top: 0, bottom: 0, left: 0, right: header.length - 1 });
			const path = { workbookId, sheetId: needed(made, 'id'), rangeAddress };
			await api.call(WRITE, { path, query, body: { values: [header] } }, { safe: true });
		}
		return made;
	},
});
