import { isObject, type Json } from '../../../protocol/json';
import { tellCut } from '../../../runtime/cut';
import { defineProcedure } from '../../../runtime/operation';
import { sceneGroup } from '../../../shared/group';
import { coolAppCode } from './fields';

const MEMBERS = 'POST /v1.0/im/sceneGroups/members/batchQuery';
/** DingTalk gives up to 1,000 at once whatever is asked for. https://open.dingtalk.com/document/development/query-group-members */
const PAGE = 1000;

const texts = (list: unknown): string[] => (Array.isArray(list) ? list.map(String) : []);
const nameIn = (names: unknown, id: string) => (isObject(names) ? names[id] : undefined);

/** Members of one answer: colleagues by userId, people from outside by unionId. */
const membersOf = ({ memberUserIds, unionIdList, staffIdNickMap, unionIdNickMap }: Json): Json[] => [
	...texts(memberUserIds).map((userId) => ({ userId, name: nameIn(staffIdNickMap, userId), external: false })),
	...texts(unionIdList).map((unionId) => ({ unionId, name: nameIn(unionIdNickMap, unionId), external: true })),
];

export const getMembers = defineProcedure({
	name: 'Get Many Members',
	value: 'getMembers',
	action: 'Get the members of a scene group',
	description:
		'Get the members of a scene group, people from outside too. One call per 1,000 members. Colleagues come with their userId, people from outside with their unionId.',
	zh: {
		name: '查询场景群成员',
		action: '查询场景群成员列表',
		description: '获取场景群成员，含外部成员。每 1000 人一次调用；企业员工返回 userId，外部成员返回 unionId',
	},
	docs: 'https://open.dingtalk.com/document/development/query-group-members',
	permission: 'qyapi_chat_manage',
	routes: [MEMBERS],
	list: true,
	fields: [sceneGroup, coolAppCode],
	run: async ({ openConversationId, coolAppCode: code, limit }, api) => {
		const members: Json[] = [];
		const asked = new Set<string | undefined>();
		let nextToken: string | undefined;
		while (members.length < limit) {
			// A cursor for the second time would only repeat what is there.
			if (asked.has(nextToken)) {
				const reason = nextToken === undefined ? 'noCursor' : 'repeatedCursor';
				tellCut({ add: api.hint }, { reason, pages: asked.size });
				break;
			}
			asked.add(nextToken);
			const answer = await api.call(
				MEMBERS,
				{ body: { openConversationId, coolAppCode: code, maxResults: PAGE, nextToken } },
				{ safe: true },
			);
			members.push(...membersOf(answer));
			if (answer.hasMore !== true) break;
			nextToken = typeof answer.nextToken === 'string' && answer.nextToken !== '' ? answer.nextToken : undefined;
		}
		return members.slice(0, limit === Infinity ? undefined : limit);
	},
});
