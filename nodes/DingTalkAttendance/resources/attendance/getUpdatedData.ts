import { toChinaDate } from '../../../protocol/time';
import { defineOperation } from '../../../runtime/operation';
import { pick, pickEach } from '../../../runtime/pick';
import { person } from './fields';

export const getUpdatedData = defineOperation({
	name: 'Get Updated Data',
	value: 'getUpdatedData',
	action: 'Get attendance data of a day',
	description: "Get a person's punches, results and approvals of a work day",
	docs: 'https://open.dingtalk.com/document/development/obtain-the-attendance-update-data',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /topapi/attendance/getupdatedata',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Work Date',
			name: 'workDate',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
			description: 'The day in China (UTC+8) to which this time belongs',
		},
	],
	request: ({ person: userid, workDate }) => ({ body: { userid, work_date: `${toChinaDate(workDate)} 00:00:00` } }),
	simplify: (day) => ({
		...pick(day, ['userid', 'work_date']),
		attendance_result_list: pickEach(day.attendance_result_list, [
			'record_id',
			'check_type',
			'plan_check_time',
			'user_check_time',
			'time_result',
			'location_result',
			'source_type',
			'procInst_id',
		]),
		check_record_list: pickEach(day.check_record_list, [
			'record_id',
			'user_check_time',
			'source_type',
			'valid_matched',
			'base_address',
			'invalid_record_msg',
		]),
		approve_list: pickEach(day.approve_list, [
			'biz_type',
			'tag_name',
			'sub_type',
			'begin_time',
			'end_time',
			'duration',
			'duration_unit',
			'procInst_id',
		]),
	}),
});
