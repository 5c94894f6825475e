import { defineProcedure } from '../../../runtime/operation';
import { FIELDS, knownColumns } from '../../flows/columns';
import { flatRecord } from '../../flows/read';
import { place, recordId } from './fields';
import { rawField } from './rawField';

const GET = 'GET /v1.0/notable/bases/{baseId}/sheets/{sheetIdOrName}/records/{recordId}';

export const get = defineProcedure({
	name: 'Get',
	value: 'get',
	action: 'Get a record of an AI table',
	description: 'Get one record by its ID. One call, one more per run to read the types of the fields.',
	zh: {
		name: '获取',
		action: '获取 AI 表格记录',
		description: '按 ID 获取一条记录。一次调用，每次运行另有一次读取字段类型',
	},
	docs: 'https://open.dingtalk.com/document/development/api-getrecord',
	permission: 'Notable.Base.Read.All',
	routes: [GET, FIELDS],
	fields: [...place, recordId, rawField],
	run: async ({ base, sheet, operator, recordId: id, simplify }, api) => {
		const record = await api.call(GET, {
			path: { baseId: base, sheetIdOrName: sheet, recordId: id },
			query: { operatorId: operator },
		});
		if (!simplify) return record;
		return flatRecord(record, await knownColumns({ base, sheet, operator }, api), api.timezone);
	},
});
