import { defineOperation, InputError } from '../../../runtime/operation';
import { creator } from '../../fields/people';
import { settingFields, settings, title } from './settings';

export const schedule = defineOperation({
	name: 'Schedule',
	value: 'schedule',
	action: 'Schedule a video conference',
	description:
		'Schedule a video conference. One call. It stands in nobody\'s calendar: "Create" of DingTalk Calendar makes an event with an online meeting.',
	zh: {
		name: '预约',
		action: '创建预约会议',
		description: '创建预约会议。一次调用；不会出现在日历中，需要日程时请用“钉钉日历”创建带视频会议的日程',
	},
	docs: 'https://open.dingtalk.com/document/development/create-appointment-meeting',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/scheduleConferences',
	fields: [
		title,
		{ displayName: 'Start', zh: '开始时间', name: 'start', type: 'dateTime', required: true, default: '' },
		{ displayName: 'End', zh: '结束时间', name: 'end', type: 'dateTime', required: true, default: '' },
		{
			displayName: 'Settings',
			zh: { name: '会议设置', placeholder: '添加设置' },
			name: 'settings',
			type: 'collection',
			placeholder: 'Add Setting',
			default: {},
			options: settingFields,
		},
		creator,
	],
	request: ({ title: name, start: startTime, end: endTime, settings: chosen, creator: creatorUnionId }) => {
		if (endTime <= startTime) throw new InputError('End', 'must be after Start', '必须晚于开始时间');
		return {
			body: {
				creatorUnionId,
				title: name,
				startTime,
				endTime,
				scheduleConfSettingModel: settings(chosen, 2),
			},
		};
	},
});
