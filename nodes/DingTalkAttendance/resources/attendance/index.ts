import type { Resource } from '../../../runtime/operation';
import { getColumns } from './getColumns';
import { getColumnValues } from './getColumnValues';
import { getRecords } from './getRecords';
import { getResults } from './getResults';
import { getUpdatedData } from './getUpdatedData';
import zh from './zh-CN.json';

export const attendance: Resource = {
	name: 'Attendance',
	value: 'attendance',
	description: 'Punches, shifts and the attendance report',
	operations: [getColumnValues, getRecords, getResults, getColumns, getUpdatedData],
	zh,
};
