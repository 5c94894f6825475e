import { at } from '../../../protocol/paging';
import { defineOperation } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';

export const getColumns = defineOperation({
	name: 'Get Report Columns',
	value: 'getColumns',
	action: 'Get columns of the attendance report',
	description: 'Get ID and name of each column of the attendance report',
	zh: { name: '获取报表列', action: '获取考勤报表列定义', description: '查询考勤报表各列的 ID 和名称' },
	docs: 'https://open.dingtalk.com/document/development/queries-the-enterprise-attendance-report-column',
	permission: 'qyapi_base',
	route: 'POST /topapi/attendance/getattcolumns',
	safe: true,
	fields: [],
	request: () => ({ body: {} }),
	output: (answer) => objectsIn(at(answer, 'result.columns')),
});
