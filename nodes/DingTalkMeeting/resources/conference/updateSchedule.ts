import { defineProcedure, InputError } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { done } from '../../flows/done';
import { creator } from '../../fields/people';
import { scheduleId, settingFields, settings } from './settings';

const READ = 'GET /v1.0/conference/scheduleConferences/{scheduleConferenceId}/infos';
const WRITE = 'PUT /v1.0/conference/scheduleConferences';
const SET = 'PUT /v1.0/conference/scheduleConferences/settings';

const ordered = (start: number, end: number): void => {
	if (end <= start) throw new InputError('End', 'must be after Start', '必须晚于开始时间');
};

export const updateSchedule = defineProcedure({
	name: 'Update Schedule',
	value: 'updateSchedule',
	action: 'Update a scheduled video conference',
	description:
		'Change a scheduled video conference. One to three calls: title and times are one, settings another; what is left out is read first and stays. Only the creator may do it.',
	zh: {
		name: '更新预约',
		action: '更新预约会议',
		description: '修改预约的视频会议。一至三次调用：标题和时间一次，设置一次，未填的先读取并保持不变；仅创建人可以修改',
	},
	docs: 'https://open.dingtalk.com/document/development/update-appointment-meeting',
	permission: 'VideoConference.Conference.Write',
	routes: [READ, WRITE, SET],
	fields: [
		scheduleId,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				{ displayName: 'End', zh: '结束时间', name: 'end', type: 'dateTime', default: '' },
				{ displayName: 'Start', zh: '开始时间', name: 'start', type: 'dateTime', default: '' },
				{ displayName: 'Title', zh: '会议标题', name: 'title', type: 'string', default: '', maxLength: 50 },
			],
		},
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
	inTurn: ({ scheduleConferenceId }) => [scheduleConferenceId],
	plan: ({ scheduleConferenceId, updateFields: { title, start, end }, settings: chosen, creator: creatorUnionId }) => {
		const model = settings(chosen, 0);
		refuseNoChange({ title, start, end, model });
		if (start !== undefined && end !== undefined) ordered(start, end);
		return { scheduleConferenceId, title, start, end, model, creatorUnionId };
	},
	run: async ({ scheduleConferenceId, title, start, end, model, creatorUnionId }, api) => {
		const moved = title !== undefined || start !== undefined || end !== undefined;
		if (moved) {
			const complete = title !== undefined && start !== undefined && end !== undefined;
			const known = complete
				? {}
				: await api.call(READ, { path: { scheduleConferenceId }, query: { requestUnionId: creatorUnionId } });
			const startTime = start ?? Number(known.startTime);
			const endTime = end ?? Number(known.endTime);
			ordered(startTime, endTime);
			const body = { creatorUnionId, scheduleConferenceId, title: title ?? known.title, startTime, endTime };
			done(await api.call(WRITE, { body }, { safe: true }));
		}
		if (model) {
			const body = { creatorUnionId, scheduleConferenceId, scheduleConfSettingModel: model };
			done(await api.call(SET, { body }, { safe: true }));
		}
		return { success: true, scheduleConferenceId };
	},
});
