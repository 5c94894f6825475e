import { defineOperation } from '../../../runtime/operation';
import { done } from '../../flows/done';
import { creator } from '../../fields/people';
import { scheduleId } from './settings';

export const cancelSchedule = defineOperation({
	name: 'Cancel Schedule',
	value: 'cancelSchedule',
	action: 'Cancel a scheduled video conference',
	description:
		'Cancel a scheduled video conference. One call. Only its creator may do it: choose the creator under Options.',
	zh: {
		name: '取消预约',
		action: '取消预约会议',
		description: '取消预约的视频会议。一次调用；仅创建人可以取消，请在“选项”中选择创建人',
	},
	docs: 'https://open.dingtalk.com/document/development/cancel-appointment-meeting',
	permission: 'VideoConference.Conference.Write',
	route: 'POST /v1.0/conference/scheduleConferences/cancel',
	fields: [scheduleId, creator],
	request: ({ scheduleConferenceId, creator: creatorUnionId }) => ({ body: { scheduleConferenceId, creatorUnionId } }),
	output: done,
	safe: true,
});
