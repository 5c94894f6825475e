import { defineList } from '../../runtime/list';
import { defineLocator } from '../../runtime/locator';
import { timeText } from '../fields/timeText';

/** A conference that was or is held. Its list has the running ones only. https://open.dingtalk.com/document/development/api-queryorgconferencelist */
export const conference = defineLocator({
	displayName: 'Conference',
	zh: {
		name: '会议',
		description: '列表只有进行中的会议；会议 ID（不是会议号）由“创建”、“查询预约会议历史”或会议状态事件给出',
	},
	name: 'conference',
	required: true,
	description:
		'The list has running conferences only. The ID (not the code that people type) comes from Create, Get Schedule History or the meeting events.',
	placeholder: 'e.g. 6323d7568777190142ab9d10',
	pattern: {
		test: /^(?!\d[\d\s-]{6,14}$)/,
		en: 'takes the ID of a conference, not the code that people type: Get by Code finds the ID',
		zh: '应为会议 ID，不是会议号；用“根据会议号查询”得到会议 ID',
	},
	list: defineList({
		route: 'GET /v1.0/conference/orgConferences',
		request: () => ({}),
		paging: {
			style: 'token',
			cursor: 'nextToken',
			size: { at: 'maxResults', max: 20 },
			entries: 'onGoingConfList',
			next: 'nextToken',
			more: 'hasMore',
		},
		entry: ({ conferenceId, title, startTime, creatorNick }) => ({
			name: `${String(title ?? '')} (${timeText(startTime)}, ${String(creatorNick ?? '')})`,
			value: String(conferenceId),
		}),
	}),
});
