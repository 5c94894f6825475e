import { defineField, type Column } from '../../../runtime/field';
import { jsonText } from '../../../protocol/request';
import { personModes } from '../../../shared/person';
import { componentList } from '../../locators/component';

/** Rules by which a list is ordered. */
export const sort = defineField({
	displayName: 'Sort',
	zh: { name: '排序', placeholder: '添加排序' },
	name: 'sort',
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Rule',
	default: {},
	options: [
		{
			displayName: 'Rule',
			zh: '排序规则',
			name: 'rule',
			values: [
				{
					displayName: 'Component Name or ID',
					zh: { name: '组件', description: '也可填 gmt_create（创建时间）或 gmt_modified（修改时间）' },
					name: 'sortBy',
					type: 'options',
					required: true,
					default: '',
					source: componentList,
					description:
						'Also gmt_create and gmt_modified. Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>.',
				},
				{
					displayName: 'Direction',
					zh: '方向',
					name: 'direction',
					type: 'options',
					default: '+',
					options: [
						{ name: 'Ascending', value: '+', zh: '升序' },
						{ name: 'Descending', value: '-', zh: '降序' },
					],
				},
			],
		},
	],
});

/** What a list of submissions can be narrowed and ordered by besides the values of components. */
export const filters = defineField({
	displayName: 'Filters',
	zh: { name: '更多筛选', placeholder: '添加筛选' },
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ displayName: 'Created After', zh: '创建时间起', name: 'createdAfter', type: 'dateTime', default: '' },
		{ displayName: 'Created Before', zh: '创建时间止', name: 'createdBefore', type: 'dateTime', default: '' },
		{ displayName: 'Modified After', zh: '修改时间起', name: 'modifiedAfter', type: 'dateTime', default: '' },
		{ displayName: 'Modified Before', zh: '修改时间止', name: 'modifiedBefore', type: 'dateTime', default: '' },
		{
			displayName: 'Search Condition (JSON)',
			zh: { name: '检索条件（JSON）', description: '宜搭数据管理的条件数组，替代上方的筛选条件' },
			name: 'searchCondition',
			type: 'json',
			default: '[]',
			description:
				"Conditions in Yida's own form, in place of those above: a list of key, value, type, operator, componentName",
		},
		sort,
		{
			displayName: 'Submitted By',
			zh: '提交人',
			name: 'originatorId',
			type: 'resourceLocator',
			person: 'userId',
			default: { mode: 'list', value: '' },
			modes: personModes,
		},
	],
});

/** `{"gmt_create":"+"}`, https://open.dingtalk.com/document/development/api-searchformdatasecondgeneration-v2 */
export function orderOf(
	rules: ReadonlyArray<{ sortBy: string; direction: string }> | undefined,
	columns: readonly Column[],
): string | undefined {
	if (!rules || rules.length === 0) return undefined;
	const idOf = (name: string) => columns.find((column) => column.name === name)?.id ?? name;
	return jsonText(Object.fromEntries(rules.map(({ sortBy, direction }) => [idOf(sortBy), direction])));
}
