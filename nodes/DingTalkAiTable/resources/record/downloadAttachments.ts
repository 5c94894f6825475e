import { isObject } from '../../../protocol/json';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { FIELDS, nameOfField } from '../../flows/columns';
import { columnList } from '../../locators/column';
import { place, recordId } from './fields';

const GET = 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records/{recordId}';

/** Online documents in a cell are pages, no files. */
const ONLINE = /^(adoc|axls|able|amind|adraw)$/i;

export const downloadAttachments = defineProcedure({
	name: 'Download Attachments',
	value: 'downloadAttachments',
	action: 'Download the attachments of a record',
	description:
		'Get the files of a record as binary data, one item per file. One call, and the downloads; where fields are chosen, one more per run to read them. Online documents are left out.',
	zh: {
		name: '下载附件',
		action: '下载 AI 表格附件',
		description:
			'下载记录的附件，每个文件输出一个数据项。一次调用加下载，指定附件字段时每次运行另有一次读取字段；在线文档不下载',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getrecord',
	permission: 'Notable.Base.Read.All',
	routes: [GET, FIELDS],
	downloads: true,
	fields: [
		...place,
		recordId,
		{
			displayName: 'Field Names or IDs',
			zh: { name: '附件字段', description: '留空下载所有附件字段' },
			name: 'attachmentFields',
			type: 'multiOptions',
			default: [],
			source: columnList,
			description:
				'Attachment fields to take the files from; all of them where none is chosen. Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
		},
	],
	run: async ({ recordId: id, attachmentFields, ...where }, api) => {
		const { base: baseId, sheet: sheetIdOrName, operator: operatorId } = where;
		const wanted = await Promise.all(attachmentFields.map(async (field) => await nameOfField(field, where, api)));
		const record = await api.call(GET, { path: { baseId, sheetIdOrName, recordId: id }, query: { operatorId } });
		const cells = Object.entries(isObject(record.fields) ? record.fields : {}).filter(
			([name]) => wanted.length === 0 || wanted.includes(name),
		);
		const files = cells.flatMap(([field, cell]) =>
			objectsIn(cell)
				.filter(
					({ filename, url, type }) => filename !== undefined && typeof url === 'string' && !ONLINE.test(String(type)),
				)
				.map((file) => ({ field, file })),
		);
		const made = [];
		for (const { field, file } of files)
			made.push(
				await api.download({ url: String(file.url), name: String(file.filename) }, { recordId: id, field, ...file }),
			);
		return made;
	},
});
