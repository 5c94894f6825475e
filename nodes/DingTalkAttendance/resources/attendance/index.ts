import type { Resource } from '../../../runtime/operation';
import hints from '../hints.json';
import { calculateDuration } from './calculateDuration';
import { cancelApproval } from './cancelApproval';
import { createApproval } from './createApproval';
import { getColumns } from './getColumns';
import { getColumnValues } from './getColumnValues';
import { getRecords } from './getRecords';
import { getResults } from './getResults';
import { getUpdatedData } from './getUpdatedData';
import { uploadPunch } from './uploadPunch';

export const attendance: Resource = {
	name: 'Attendance',
	value: 'attendance',
	description: 'Punches, the attendance report, recorded leave',
	operations: [
		getRecords,
		getResults,
		getColumnValues,
		getColumns,
		getUpdatedData,
		createApproval,
		cancelApproval,
		calculateDuration,
		uploadPunch,
	],
	zh: { name: '考勤', description: '打卡、考勤报表与假勤审批' },
	hints,
};
