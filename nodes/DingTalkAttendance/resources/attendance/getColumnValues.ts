import { at } from '../../../protocol/paging';
import { defineProcedure, type Json } from '../../../runtime/operation';
import { objectsIn } from '../../../runtime/pick';
import { attendanceColumns } from '../../locators/attendanceColumns';
import { gather } from '../../../runtime/each';
import { defineFields } from '../../../runtime/field';
import { slicesOf } from '../../../runtime/split';
import { people } from '../../../shared/person';

/** A column's days, one entry each; a column that is the same on all days has one `fixed_value` instead. */
function valuesOf(column: Json, userid: unknown): Json[] {
	const column_id = at(column, 'column_vo.id');
	const days = objectsIn(column.column_vals).map(({ date, value }) => ({ userid, column_id, date, value }));
	return column.fixed_value === undefined ? days : [...days, { userid, column_id, fixed_value: column.fixed_value }];
}

/** A longer time is asked for in several calls, and each of them says the fixed value again. */
function fixedOnce(values: readonly Json[]): Json[] {
	const told = new Set<string>();
	return values.filter(({ userid, column_id, fixed_value }) => {
		if (fixed_value === undefined) return true;
		const key = `${String(userid)} ${String(column_id)}`;
		return !told.has(key) && told.add(key);
	});
}

const VALUES = 'POST /topapi/attendance/getcolumnval';

const fields = defineFields([
	{
		...people,
		zh: { name: '员工', description: '一个人，或用逗号分隔的任意多个 ID；每人一次调用' },
		name: 'person',
		description: 'One person, or any number of IDs separated by commas. Each is a call of their own.',
	},
	{
		displayName: 'Column Names or IDs',
		zh: { name: '报表列名称或 ID', description: '从列表选择，或用表达式指定 ID' },
		name: 'columns',
		type: 'multiOptions',
		required: true,
		default: [],
		source: attendanceColumns,
		description:
			'Choose from the list, or specify IDs using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
	},
	{
		displayName: 'From',
		zh: { name: '开始日期', description: '第一天：按工作流时区计算的日期' },
		name: 'from',
		type: 'dateTime',
		day: true,
		required: true,
		default: '={{ $now.minus({ days: 7 }).toISO() }}',
		description: 'First day: the calendar day of this time in the workflow’s time zone',
	},
	{
		displayName: 'To',
		zh: { name: '结束日期', description: '最后一天：按工作流时区计算的日期' },
		name: 'to',
		type: 'dateTime',
		day: true,
		required: true,
		default: '={{ $now.toISO() }}',
		description: 'Last day: the calendar day of this time in the workflow’s time zone',
	},
]);

export const getColumnValues = defineProcedure({
	name: 'Get Column Values',
	value: 'getColumnValues',
	action: 'Get column values of the attendance report',
	description: "Get people's values in the attendance report, day by day. One call per person, 20 columns and 31 days.",
	zh: {
		name: '获取报表列值',
		action: '获取考勤报表列值',
		description: '按天查询员工在考勤报表中的列值。每人、每 20 列、31 天一次调用',
	},
	docs: 'https://open.dingtalk.com/document/development/queries-the-column-value-of-the-attendance-report',
	permission: 'qyapi_base',
	routes: [VALUES],
	fields,
	plan: ({ person, columns, from, to }) => {
		// At most 20 columns, less than 31 days between the two times. https://open.dingtalk.com/document/development/queries-the-column-value-of-the-attendance-report
		const split = { lists: { columns: 20 }, span: { from: 'from', to: 'to', days: 31, unit: 'day' } } as const;
		const slices = slicesOf(fields, split, { columns, from, to });
		return person.flatMap((userid) => slices.map((slice) => ({ userid, ...slice })));
	},
	run: async (parts, api) => {
		const values = await gather(parts, Infinity, async ({ userid, columns, from, to }) => {
			const body = {
				userid,
				column_id_list: columns.join(','),
				from_date: `${from} 00:00:00`,
				to_date: `${to} 23:59:59`,
			};
			const { column_vals } = await api.call(VALUES, { body }, { safe: true });
			return objectsIn(column_vals).flatMap((column) => valuesOf(column, userid));
		});
		return fixedOnce(values);
	},
});
