import { isObject } from '../../../protocol/json';
import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operator } from '../../../shared/operator';
import { liveId } from './fields';

export const get = defineOperation({
	name: 'Get',
	value: 'get',
	action: 'Get a live stream',
	description:
		'Get a live stream with its link. One call. liveStatus: 0 announced, 1 live, 3 over, 4 punished, 5 deleted; times and durations in milliseconds.',
	zh: {
		name: '获取',
		action: '查询直播',
		description:
			'查询直播及其观看地址。一次调用；liveStatus：0 预告，1 直播中，3 已结束，4 处罚，5 已删除；时间和时长为毫秒',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-live-streaming-information',
	permission: 'Live.Common.Read',
	route: 'GET /v1.0/live/lives',
	fields: [liveId, operator],
	request: ({ liveId: id, operator: unionId }) => ({ query: { liveId: id, unionId } }),
	output: ({ result }) => (isObject(result) && isObject(result.liveInfo) ? result.liveInfo : {}),
	simplify: (one) => pick(one, ['liveId', 'title', 'liveStatus', 'startTime', 'endTime', 'uv', 'livePlayUrl']),
});
