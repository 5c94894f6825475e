import { defineOperation } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { conference } from '../../locators/conference';

export const getMembers = defineOperation({
	name: 'Get Many Members',
	value: 'getMembers',
	action: 'Get the members of a video conference',
	description:
		'Get who takes or took part in a conference. One call per 128. Who joined twice comes twice; attendStatus: 3 in the conference, 4 did not join, 5 removed, 6 left; times and duration in milliseconds.',
	zh: {
		name: '获取成员',
		action: '查询视频会议成员',
		description:
			'查询参会成员。每 128 人一次调用；多次入会会返回多条；attendStatus：3 在会，4 入会失败，5 被踢，6 已离会；时间和时长为毫秒',
	},
	docs: 'https://open.dingtalk.com/document/development/querying-video-conference-members',
	permission: 'VideoConference.Conference.Read',
	route: 'GET /v1.0/conference/videoConferences/{conferenceId}/members',
	fields: [conference],
	request: ({ conference: conferenceId }) => ({ path: { conferenceId } }),
	paging: {
		style: 'token',
		cursor: 'nextToken',
		size: { at: 'maxResults', max: 128 },
		entries: 'memberModels',
		next: 'nextToken',
	},
	simplify: (one) => pick(one, ['unionId', 'userNick', 'joinTime', 'leaveTime', 'duration', 'attendStatus', 'host']),
});
