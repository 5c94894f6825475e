import type { Resource } from '../../../runtime/operation';
import { getColumns } from './getColumns';
import { getColumnValues } from './getColumnValues';
import { getRecords } from './getRecords';
import { getResults } from './getResults';
import { getUpdatedData } from './getUpdatedData';

export const attendance: Resource = {
	name: 'Attendance',
	value: 'attendance',
	description: 'Punches, shifts and the attendance report',
	operations: [getColumnValues, getRecords, getResults, getColumns, getUpdatedData],
	zh: { name: '考勤', description: '打卡、排班与考勤报表' },
};
