import { defineList } from '../../runtime/list';

/** Columns of the attendance report. https://open.dingtalk.com/document/development/queries-the-enterprise-attendance-report-column */
export const attendanceColumns = defineList({
	route: 'POST /topapi/attendance/getattcolumns',
	request: () => ({ body: {} }),
	paging: { style: 'whole', entries: 'result.columns' },
	entry: ({ id, name }) => ({ name: String(name), value: String(id) }),
});
