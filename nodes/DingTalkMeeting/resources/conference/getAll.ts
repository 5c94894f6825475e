import { isObject } from '../../../protocol/json';
import { defineProcedure, InputError } from '../../../runtime/operation';
import { personModes } from '../../../shared/person';

const OF_ORGANIZATION = 'GET /v1.0/conference/orgConferences';
const OF_PERSON = 'GET /v1.0/conference/users/lists';

/** The page names no largest size; its example has 20. https://open.dingtalk.com/document/development/api-queryorgconferencelist */
const PAGES = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 20 },
	entries: 'onGoingConfList',
	next: 'nextToken',
	more: 'hasMore',
} as const;

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get the running video conferences',
	description:
		'Get the video conferences that are running now. One call per 20; one call for a person, whose items tell the person as a member.',
	zh: {
		name: '获取多个',
		action: '查询进行中的会议',
		description: '查询进行中的视频会议。每 20 个一次调用；查询员工时一次调用，返回该员工在会中的成员信息',
	},
	docs: 'https://open.dingtalk.com/document/development/api-queryorgconferencelist',
	permission: 'VideoConference.Conference.Read',
	routes: [OF_ORGANIZATION, OF_PERSON],
	list: true,
	fields: [
		{
			displayName: 'Of',
			zh: { name: '范围', description: '查询谁的会议' },
			name: 'of',
			type: 'options',
			default: 'organization',
			options: [
				{ name: 'Organization', value: 'organization', zh: '整个企业' },
				{ name: 'Person', value: 'person', zh: '某个员工' },
			],
			description: 'Whose conferences',
		},
		{
			displayName: 'Person',
			zh: { name: '员工', description: '谁正在参加的会议' },
			name: 'person',
			type: 'resourceLocator',
			person: 'unionId',
			required: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			displayOptions: { show: { of: ['person'] } },
			description: 'Who takes part in the conferences',
		},
	],
	plan: ({ of, person, limit }) => {
		if (of === 'person' && person === undefined) throw new InputError('Person', 'is empty', '为空');
		return { unionId: of === 'person' ? person : undefined, limit };
	},
	run: async ({ unionId, limit }, api) => {
		if (unionId === undefined) return await api.list(OF_ORGANIZATION, {}, PAGES, limit);
		const answer = await api.call(OF_PERSON, { query: { unionId } });
		const members = Object.values(isObject(answer.memberModelMap) ? answer.memberModelMap : {}).filter(isObject);
		const ids = Array.isArray(answer.onGoingConfIdList) ? answer.onGoingConfIdList : [];
		return ids.slice(0, limit).map((conferenceId: unknown) => ({
			conferenceId,
			member: members.find((member) => member.conferenceId === conferenceId),
		}));
	},
});
