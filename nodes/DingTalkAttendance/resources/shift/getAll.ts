import { defineProcedure } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { operatorUserId } from '../../../shared/operator';
import { SHIFTS, SHIFT_SEARCH, shiftPaging } from '../../locators/shift';

export const getAll = defineProcedure({
	name: 'Get Many',
	value: 'getAll',
	action: 'Get many shifts',
	description: 'Get ID and name of the shifts. One call per 200, one for those of a name.',
	zh: {
		name: '获取多个',
		action: '获取班次列表',
		description: '查询班次的 ID 和名称。每 200 个一次调用，按名称查询一次',
	},
	docs: 'https://open.dingtalk.com/document/development/enterprise-shift-query-in-batches',
	permission: 'qyapi_attendance_group_read',
	routes: [SHIFTS, SHIFT_SEARCH],
	list: true,
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
					displayName: 'Name',
					zh: { name: '名称', description: '名称中包含的文字' },
					name: 'shiftName',
					type: 'string',
					default: '',
					description: 'Text in the name',
				},
			],
		},
		operatorUserId,
	],
	run: async ({ filters: { shiftName }, operator, limit }, api) => {
		if (shiftName === undefined) return await api.list(SHIFTS, { body: { op_user_id: operator } }, shiftPaging, limit);
		const body = { op_user_id: operator, shift_name: shiftName };
		const { result } = await api.call(SHIFT_SEARCH, { body }, { safe: true });
		return objectsIn(result).slice(0, limit === Infinity ? undefined : limit);
	},
});
