import type { ILoadOptionsFunctions, INodePropertyOptions } from 'n8n-workflow';
import { at } from '../../protocol/paging';
import { entriesOf, lookUp } from '../../shared/lists/lookUp';

/** Columns of the attendance report. https://open.dingtalk.com/document/development/queries-the-enterprise-attendance-report-column */
export async function getAttendanceColumns(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const answer = await lookUp(this, 'POST /topapi/attendance/getattcolumns', {});
	return entriesOf(at(answer, 'result.columns')).map(({ id, name }) => ({ name: String(name), value: String(id) }));
}
