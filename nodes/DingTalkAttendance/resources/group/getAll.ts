import type { Paging } from '../../../protocol/paging';
import { defineProcedure } from '../../../runtime/operation';
import { objectsIn, pick } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { GROUP_SEARCH, GROUPS, groupPaging } from '../../locators/group';

const DETAILS = 'POST /topapi/attendance/getsimplegroups';

/** Ten groups a page. https://open.dingtalk.com/document/development/batch-obtain-attendance-group-details */
const detailsPaging: Paging = {
	style: 'offset',
	cursor: 'offset',
	first: 0,
	size: { at: 'size', max: 10 },
	entries: 'result.groups',
	more: 'result.has_more',
};

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many attendance groups',
	description:
		'Get the attendance groups, by name and ID or in full. One call for names; one per 10 groups with Details.',
	zh: {
		name: '获取多个',
		action: '获取考勤组列表',
		description: '查询考勤组的名称和 ID，或完整信息。仅名称时一次调用，包含详情时每 10 个一次',
	},
	docs: 'https://open.dingtalk.com/document/development/batch-query-of-simple-information-of-the-attendance-group',
	permission: 'qyapi_attendance_group_read',
	routes: [GROUPS, DETAILS, GROUP_SEARCH],
	list: true,
	fields: [
		{
			displayName: 'Details',
			zh: { name: '包含详情', description: '是否获取班次、成员和规则，而不只是名称和 ID' },
			name: 'details',
			type: 'boolean',
			default: false,
			description: 'Whether to get shifts, members and rules instead of name and ID only',
		},
		{
			displayName: 'Filters',
			zh: { name: '筛选条件', placeholder: '添加条件' },
			name: 'filters',
			type: 'collection',
			placeholder: 'Add Filter',
			default: {},
			options: [
				{
					displayName: 'Name',
					zh: { name: '名称', description: '名称中包含的文字' },
					name: 'groupName',
					type: 'string',
					default: '',
					description: 'Text in the name',
				},
			],
		},
		operatorUserId,
	],
	run: async ({ details, filters: { groupName }, operator, limit }, api) => {
		if (details) {
			// The names of groups in full cannot be searched by DingTalk: all are read then.
			const most = groupName === undefined ? limit : Infinity;
			const groups = await api.list(DETAILS, { body: {} }, detailsPaging, most);
			const found = groups.filter(
				({ group_name }) => groupName === undefined || String(group_name).includes(groupName),
			);
			return found.slice(0, limit === Infinity ? undefined : limit);
		}
		if (groupName === undefined) return await api.list(GROUPS, { body: { op_user_id: operator } }, groupPaging, limit);
		const body = { op_user_id: operator, group_name: groupName };
		const { result } = await api.call(GROUP_SEARCH, { body }, { safe: true });
		return objectsIn(result).slice(0, limit === Infinity ? undefined : limit);
	},
	// Without Details an entry is id and name only.
	simplify: (group) =>
		pick(group, [
			'id',
			'name',
			'group_id',
			'group_name',
			'type',
			'member_count',
			'owner_user_id',
			'manager_list',
			'default_class_id',
			'classes_list',
			'dept_name_list',
		]),
});
