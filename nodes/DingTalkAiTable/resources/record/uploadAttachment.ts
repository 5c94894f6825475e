import { objectsIn } from '../../../runtime/pick';
import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { FIELDS, nameOfField } from '../../flows/columns';
import { column } from '../../locators/column';
import { place, recordId } from './fields';
import { DOC_UPLOAD } from '../../../shared/docResource';
import { UPDATE, updateRecords, uploadFile } from './write';

const GET = 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records/{recordId}';
const onRecord = { show: { target: ['record'] } };

export const uploadAttachment = defineProcedure({
	name: 'Upload Attachment',
	value: 'uploadAttachment',
	action: 'Upload a file for an attachment field',
	description:
		'Upload a file, and put it into a record if wanted. One call and the upload; one or two more for the record, and one per run to read the fields.',
	zh: {
		name: '上传附件',
		action: '上传 AI 表格附件',
		description: '上传文件，并可写入记录的附件字段。一次调用加上传；写入记录另需一到两次，每次运行另有一次读取字段',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getresourceuploadinfo',
	permission: 'Storage.File.Read',
	routes: [DOC_UPLOAD, GET, UPDATE, FIELDS],
	fields: [
		...place,
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
		{
			displayName: 'Then',
			zh: '上传后',
			name: 'target',
			type: 'options',
			default: 'record',
			options: [
				{ name: 'Only Give the Cell Entry', value: 'entry', zh: '仅输出附件值' },
				{ name: 'Put It Into a Record', value: 'record', zh: '写入记录' },
			],
		},
		{ ...recordId, displayOptions: onRecord },
		{ ...column, displayOptions: onRecord },
		{
			displayName: 'Keep Existing Files',
			zh: { name: '保留已有附件', description: '是否保留该字段已有的附件；否则整体替换' },
			name: 'keepExisting',
			type: 'boolean',
			default: true,
			displayOptions: onRecord,
			description: 'Whether to keep the files that the field has; otherwise they are replaced',
		},
	],
	// A record is told by its ID alone: one column may be given by its name, and by its ID in the next item.
	inTurn: ({ target, base, recordId: id }) => (target === 'record' ? [base, id] : undefined),
	run: async (values, api) => {
		const { base: baseId, sheet: sheetIdOrName, operator: operatorId, recordId: id = '', column: given = '' } = values;
		if (values.target === 'entry') return await uploadFile(api, values, values.binaryPropertyName);
		const name = await nameOfField(given, values, api);
		const entry = await uploadFile(api, values, values.binaryPropertyName);
		const kept = values.keepExisting
			? await api.call(GET, { path: { baseId, sheetIdOrName, recordId: id }, query: { operatorId } })
			: {};
		const present = isObject(kept.fields) ? objectsIn(kept.fields[name]) : [];
		const [written] = await updateRecords(api, values, [{ id, columns: { [name]: [...present, entry] } }]);
		return typeof written === 'string' ? { recordId: written, ...entry } : { ok: [], failed: written ? [written] : [] };
	},
});
