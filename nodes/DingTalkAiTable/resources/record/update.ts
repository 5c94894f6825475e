import { defineBatch } from '../../../runtime/operation';
import { refuseNoColumns } from '../../../shared/changes';
import { changedColumns, place, recordId } from './fields';
import { DOC_UPLOAD } from '../../../shared/docResource';
import { UPDATE, updateRecords } from './write';

export const update = defineBatch({
	name: 'Update',
	value: 'update',
	action: 'Update a record in an AI table',
	description:
		'Change fields of records by their ID. One call per 100 items, one to read the fields. Attachments and links are replaced as a whole.',
	zh: {
		name: '更新',
		action: '更新 AI 表格记录',
		description: '按记录 ID 修改字段值。每 100 个数据项一次调用，另有一次读取字段；附件与关联字段会整体替换',
	},
	docs: 'https://open.dingtalk.com/document/development/api-noatable-updaterecords',
	permission: 'Notable.Base.Write.All',
	routes: [UPDATE, DOC_UPLOAD],
	fields: [...place, recordId, changedColumns],
	plan: ({ columns: { columns }, ...rest }) => {
		// An item that Get Many gave has the record's ID as `id`: it is no value of a column of that name.
		const { id, ...others } = columns;
		const values = id === rest.recordId ? others : columns;
		refuseNoColumns(values);
		return { ...rest, columns: values };
	},
	same: ['base', 'sheet', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const writes = many.map(({ recordId: id, columns }) => ({ id, columns }));
		return (await updateRecords(api, first, writes)).map((id) => (typeof id === 'string' ? { id } : id));
	},
});
