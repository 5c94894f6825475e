import { defineOperation } from '../../../runtime/operation';
import { pick, pickEach } from '../../../runtime/pick';
import { person } from './fields';

export const getUpdatedData = defineOperation({
	name: 'Get Updated Data',
	value: 'getUpdatedData',
	action: 'Get attendance data of a day',
	description: "Get a person's punches, results and approvals of a work day",
	zh: {
		name: '获取当日考勤数据',
		action: '获取用户考勤数据',
		description: '查询员工某个工作日的打卡记录、打卡结果和相关审批单',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-the-attendance-update-data',
	permission: 'qyapi_get_attendance_data',
	route: 'POST /topapi/attendance/getupdatedata',
	safe: true,
	fields: [
		person,
		{
			displayName: 'Work Date',
			zh: { name: '工作日', description: '按工作流时区计算的日期' },
			name: 'workDate',
			type: 'dateTime',
			day: true,
			required: true,
			default: '={{ $now.toISO() }}',
			description: "The calendar day of this time in the workflow's time zone",
		},
	],
	request: ({ person: userid, workDate }) => ({ body: { userid, work_date: `${workDate} 00:00:00` } }),
	simplify: (day) => ({
		...pick(day, ['userid', 'work_date']),
		attendance_result_list: pickEach(day.attendance_result_list, [
			'record_id',
			'check_type',
			'plan_check_time',
			'user_check_time',
			'time_result',
			'location_result',
			'user_address',
			'outside_remark',
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
