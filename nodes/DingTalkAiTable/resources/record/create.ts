import { defineBatch } from '../../../runtime/operation';
import { newColumns, place } from './fields';
import { DOC_UPLOAD } from '../../../shared/docResource';
import { CREATE, createRecords } from './write';

export const create = defineBatch({
	name: 'Create',
	value: 'create',
	action: 'Create a record in an AI table',
	description:
		'Add records to a sheet. One call per 100 items, one to read the fields; one more per file, which is uploaded first.',
	zh: {
		name: '新增',
		action: '新增 AI 表格记录',
		description: '向数据表新增记录。每 100 个数据项一次调用，另有一次读取字段；每个附件先上传，各一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/api-notable-insertrecords',
	permission: 'Notable.Base.Write.All',
	routes: [CREATE, DOC_UPLOAD],
	fields: [...place, newColumns],
	same: ['base', 'sheet', 'operator'],
	together: async (many, api) => {
		const [first] = many;
		if (!first) return [];
		const ids = await createRecords(
			api,
			first,
			many.map(({ columns: { columns } }) => columns),
		);
		return ids.map((id) => (typeof id === 'string' ? { id } : id));
	},
});
