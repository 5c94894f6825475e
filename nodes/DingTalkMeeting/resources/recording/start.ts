import { defineOperation } from '../../../runtime/operation';
import { conference } from '../../locators/conference';
import { done } from '../../flows/done';
import { host } from '../../fields/people';

export const start = defineOperation({
	name: 'Start',
	value: 'start',
	action: 'Start recording a video conference',
	description:
		'Record a running conference in the cloud. One call. Only the host may do it: choose the host under Options.',
	zh: {
		name: '开启',
		action: '开启云录制',
		description: '开启会议的云录制。一次调用；仅主持人可以开启，请在“选项”中选择主持人',
	},
	docs: 'https://open.dingtalk.com/document/development/video-conference-open-cloud-recording',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/videoConferences/{conferenceId}/cloudRecords/start',
	fields: [
		conference,
		{
			displayName: 'Additional Fields',
			zh: { name: '更多字段', placeholder: '添加字段' },
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{
					displayName: 'Layout',
					zh: { name: '布局', description: '录制的画面布局' },
					name: 'mode',
					type: 'options',
					default: 'speech',
					options: [
						{ name: 'Full Screen', value: 'full_screen', zh: '全屏模式' },
						{ name: 'Grid', value: 'grid', zh: '宫格模式' },
						{ name: 'Speaker', value: 'speech', zh: '演讲者模式' },
					],
					description: 'How the picture is laid out',
				},
				{
					displayName: 'Small Window',
					zh: { name: '小窗位置', description: '小窗在画面中的位置' },
					name: 'smallWindowPosition',
					type: 'options',
					default: 'relative_right',
					options: [
						{ name: 'Beside, on the Right', value: 'relative_right', zh: '分离右侧' },
						{ name: 'Floating at the Bottom', value: 'float_bottom', zh: '悬浮底部' },
						{ name: 'Floating on the Right', value: 'float_right', zh: '悬浮右侧' },
					],
					description: 'Where the small window is',
				},
			],
		},
		host,
	],
	request: ({ conference: conferenceId, additionalFields, host: unionId }) => ({
		path: { conferenceId },
		body: { unionId, ...additionalFields },
	}),
	output: done,
});
