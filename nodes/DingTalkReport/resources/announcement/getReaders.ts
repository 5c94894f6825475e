import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { operatorUserId } from '../../../shared/operator';
import { announcement } from '../../locators/announcement';

const READERS = 'GET /v1.0/blackboard/readers';

/** At most 500 a page. https://open.dingtalk.com/document/development/query-bulletin-read-unread-persons-list */
const paging: Paging = {
	style: 'token',
	cursor: 'nextToken',
	size: { at: 'maxResults', max: 500 },
	entries: 'users',
	next: 'nextToken',
};

export const getReaders = defineProcedure({
	name: 'Get Readers',
	value: 'getReaders',
	action: 'Get who has read an announcement',
	description: 'Get who has read an announcement and who has not. One call per 500 people.',
	zh: {
		name: '获取已读未读',
		action: '获取公告已读未读人员',
		description: '查询公告的已读和未读人员。每 500 人一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/query-bulletin-read-unread-persons-list',
	permission: 'qyapi_blackboard_manage',
	routes: [READERS],
	list: true,
	fields: [
		announcement,
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Only',
					zh: '仅返回',
					name: 'only',
					type: 'options',
					default: 'unread',
					options: [
						{ name: 'Who Has Not Read It', value: 'unread', zh: '未读人员' },
						{ name: 'Who Has Read It', value: 'read', zh: '已读人员' },
					],
				},
			],
		},
		operatorUserId,
	],
	run: async ({ announcement: blackboardId, filters: { only }, operator: operationUserId, limit }, api) => {
		// DingTalk does not filter: with a filter all are read, and the limit counts what is left.
		const all = await api.list(
			READERS,
			{ query: { blackboardId, operationUserId } },
			paging,
			only === undefined ? limit : Infinity,
		);
		const people = all.map((entry) => ({ ...entry, read: String(entry.read) === 'true' }));
		const wanted = people.filter(({ read }) => only === undefined || read === (only === 'read'));
		return wanted.slice(0, limit === Infinity ? undefined : limit);
	},
});
