import { defineOperation, InputError } from '../../../runtime/operation';
import { refuseNoChange } from '../../../shared/changes';
import { done } from '../../flows/done';
import { coverUrl, introduction, liveId, streamer } from './fields';

export const update = defineOperation({
	name: 'Update',
	value: 'update',
	action: 'Update a live stream',
	description: 'Change a live stream that has not begun. One call.',
	zh: { name: '更新', action: '修改直播', description: '修改预告状态的直播。一次调用' },
	docs: 'https://open.dingtalk.com/document/development/modify-live-streaming',
	permission: 'Live.Common.Write',
	route: 'PUT /v1.0/live/lives',
	fields: [
		liveId,
		{
			displayName: 'Update Fields',
			zh: { name: '更新字段', placeholder: '添加字段' },
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				coverUrl,
				{ displayName: 'End', zh: '预计结束时间', name: 'end', type: 'dateTime', default: '' },
				introduction,
				{ displayName: 'Start', zh: '预计开播时间', name: 'start', type: 'dateTime', default: '' },
				{ displayName: 'Title', zh: '直播标题', name: 'title', type: 'string', default: '' },
			],
		},
		streamer,
	],
	request: ({ liveId: id, updateFields: { start, end, ...more }, streamer: unionId }) => {
		refuseNoChange({ start, end, ...more });
		if (start !== undefined && end !== undefined && end <= start)
			throw new InputError('End', 'must be after Start', '必须晚于开播时间');
		return { body: { liveId: id, unionId, preStartTime: start, preEndTime: end, ...more } };
	},
	output: done,
	safe: true,
});
