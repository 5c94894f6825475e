import { randomUUID } from 'crypto';
import { defineOperation, InputError } from '../../../runtime/operation';
import { pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { personModes } from '../../../shared/person';

const seconds = (ms: number | undefined) => (ms === undefined ? undefined : Math.floor(ms / 1000));

/** @throws InputError for a range that ends before it starts. */
function inOrder(from: number | undefined, to: number | undefined, field: string, zh: string): void {
	if (from !== undefined && to !== undefined && to < from)
		throw new InputError(field, `is before its start`, `早于“${zh}”`);
}

export const getAll = defineOperation({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many groups of the organisation',
	description:
		'Get the groups of the organisation. One call per 100 groups. For the exclusive edition of DingTalk only.',
	zh: {
		name: '查询企业内部群',
		action: '查询企业内部群列表',
		description: '查询企业的内部群。每 100 个群一次调用；仅专属钉钉可用',
	},
	docs: 'https://open.dingtalk.com/document/development/obtain-group-info',
	permission: 'Custom.Group.Read',
	route: 'GET /v1.0/exclusive/securities/orgGroupInfos',
	fields: [
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Active After',
					zh: { name: '活跃时间起', description: '最后活跃时间不早于' },
					name: 'activeAfter',
					type: 'dateTime',
					default: '',
					description: 'Last active at this time or later',
				},
				{
					displayName: 'Active Before',
					zh: { name: '活跃时间止', description: '最后活跃时间不晚于' },
					name: 'activeBefore',
					type: 'dateTime',
					default: '',
					description: 'Last active at this time or earlier',
				},
				{
					displayName: 'Created After',
					zh: { name: '创建时间起', description: '创建时间不早于' },
					name: 'createdAfter',
					type: 'dateTime',
					default: '',
					description: 'Created at this time or later',
				},
				{
					displayName: 'Created Before',
					zh: { name: '创建时间止', description: '创建时间不晚于' },
					name: 'createdBefore',
					type: 'dateTime',
					default: '',
					description: 'Created at this time or earlier',
				},
				{
					displayName: 'Max Members',
					zh: { name: '最多人数', description: '群人数不超过' },
					name: 'maxMembers',
					type: 'number',
					default: 100,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'Groups with at most so many members',
				},
				{
					displayName: 'Min Members',
					zh: { name: '最少人数', description: '群人数不少于' },
					name: 'minMembers',
					type: 'number',
					default: 1,
					typeOptions: { minValue: 0, numberPrecision: 0 },
					description: 'Groups with at least so many members',
				},
				{
					displayName: 'Name',
					zh: { name: '群名称', description: '按群名筛选' },
					name: 'groupName',
					type: 'string',
					default: '',
					description: 'Groups by their name',
				},
				{
					displayName: 'Owner',
					zh: { name: '群主', description: '按群主筛选' },
					name: 'groupOwner',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
					description: 'Groups of this owner',
				},
				{
					displayName: 'Synced to Drive',
					zh: { name: '同步到钉盘', description: '群文件是否同步到钉盘' },
					name: 'synced',
					type: 'boolean',
					default: true,
					description: 'Whether the files of the group are synced to DingTalk Drive',
				},
			],
		},
		operatorUserId,
	],
	paging: {
		style: 'page',
		cursor: 'pageStart',
		first: 1,
		size: { at: 'pageSize', max: 100 },
		entries: 'items',
	},
	check: ({ filters: { activeAfter, activeBefore, createdAfter, createdBefore } }) => {
		inOrder(activeAfter, activeBefore, 'Active Before', '活跃时间起');
		inOrder(createdAfter, createdBefore, 'Created Before', '创建时间起');
	},
	// One name for the query, the same on every page.
	prepare: async () => await Promise.resolve({ uuid: randomUUID() }),
	request: ({ filters, operator: operatorUserId }, { found }) => ({
		query: {
			operatorUserId,
			uuid: found.uuid,
			groupName: filters.groupName,
			groupOwner: filters.groupOwner,
			createTimeStart: seconds(filters.createdAfter),
			createTimeEnd: seconds(filters.createdBefore),
			lastActiveTimeStart: seconds(filters.activeAfter),
			lastActiveTimeEnd: seconds(filters.activeBefore),
			groupMembersCountStart: filters.minMembers,
			groupMembersCountEnd: filters.maxMembers,
			syncToDingpan: filters.synced === undefined ? undefined : Number(filters.synced),
		},
	}),
	simplify: (entry) =>
		pick(entry, [
			'openConversationId',
			'groupName',
			'groupOwnerUserId',
			'groupMembersCount',
			'groupLastActiveTime',
			'status',
		]),
});
