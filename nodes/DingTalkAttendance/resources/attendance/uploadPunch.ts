import { defineOperation } from '../../../runtime/operation';
import { onePerson } from '../../fields/people';

export const uploadPunch = defineOperation({
	name: 'Upload Punch',
	value: 'uploadPunch',
	action: 'Upload a punch from another system',
	description:
		'Add a punch that a machine of your own recorded. One call per punch, within 180 days. It counts like a real one; the same call again may add it again.',
	zh: {
		name: '上传打卡',
		action: '上传打卡记录',
		description:
			'将第三方考勤系统的刷卡或刷脸记录上传到钉钉。每条一次调用，限 180 天内；视为真实打卡，重复执行可能重复',
	},
	docs: 'https://open.dingtalk.com/document/development/upload-punch-records',
	permission: 'Pro.AttendanceRecord.Write',
	route: 'POST /topapi/attendance/record/upload',
	fields: [
		onePerson,
		{
			displayName: 'Punch Time',
			zh: '打卡时间',
			name: 'checkTime',
			type: 'dateTime',
			required: true,
			default: '={{ $now.toISO() }}',
		},
		{
			displayName: 'Device Name',
			zh: { name: '考勤机名称', description: '自定义' },
			name: 'deviceName',
			type: 'string',
			required: true,
			default: '',
			description: 'A name of your own for the machine',
		},
		{
			displayName: 'Device ID',
			zh: { name: '考勤机 ID', description: '自定义' },
			name: 'deviceId',
			type: 'string',
			id: true,
			required: true,
			default: '',
			description: 'An ID of your own for the machine',
		},
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Picture URL',
					zh: { name: '图片地址', description: '必须可从公网访问' },
					name: 'photoUrl',
					type: 'string',
					default: '',
					description: 'It must be public',
				},
			],
		},
	],
	request: ({ person: userid, checkTime, deviceName, deviceId, additionalFields: { photoUrl } }) => ({
		body: {
			userid,
			user_check_time: checkTime,
			device_name: deviceName,
			device_id: deviceId,
			photo_url: photoUrl,
		},
	}),
	output: (_, { person: userid, checkTime }) => ({ userid, user_check_time: checkTime, success: true }),
});
