import { defineOperation } from '../../../runtime/operation';
import { done } from '../../flows/done';
import { liveId, streamer } from './fields';

export const remove = defineOperation({
	name: 'Delete',
	value: 'delete',
	action: 'Delete a live stream',
	description: 'Delete a live stream for good. One call. DingTalk names no way to bring it back.',
	zh: {
		name: '删除',
		action: '删除直播',
		description: '永久删除直播。一次调用。钉钉未提供恢复方式',
	},
	docs: 'https://open.dingtalk.com/document/development/delete-live-streaming',
	permission: 'Live.Common.Write',
	route: 'DELETE /v1.0/live/lives',
	fields: [liveId, streamer],
	request: ({ liveId: id, streamer: unionId }) => ({ query: { liveId: id, unionId } }),
	output: (answer, { liveId: id }) => ({ ...done(answer), liveId: id }),
});
