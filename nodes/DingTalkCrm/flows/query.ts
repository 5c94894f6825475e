import { isObject, type Json } from '../../protocol/json';
import { jsonText } from '../../protocol/request';
import { defineField, type Column, type ListSource } from '../../runtime/field';
import { InputError } from '../../runtime/inputError';
import { toMoment } from '../../runtime/moment';
import { endsIn, knownEntriesIn } from '../../runtime/entries';
import { personModes } from '../../shared/person';

/** Fields that every entry has. https://open.dingtalk.com/document/development/inner-query-dsl-description */
export const systemFields = [
	{ name: 'Created At 创建时间', value: 'gmt_create' },
	{ name: 'Modified At 更新时间', value: 'gmt_modified' },
	{ name: 'Owner 负责人 (userId)', value: 'principal' },
	{ name: 'Participant 协同人 (userId)', value: 'participant' },
];

/** Conditions of a list, all of which must hold; their fields come from a form. */
export const conditionsOver = <const N extends string>(name: N, source: ListSource) =>
	({
		displayName: 'Conditions',
		zh: { name: '筛选条件', placeholder: '添加条件', description: '需同时满足全部条件' },
		name,
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		placeholder: 'Add Condition',
		default: {},
		description: 'All of them must hold',
		options: [
			{
				displayName: 'Condition',
				zh: '条件',
				name: 'condition',
				values: [
					{
						displayName: 'Field Name or ID',
						zh: '字段',
						name: `${name}Field`,
						type: 'options',
						required: true,
						default: '',
						source,
						description:
							'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
					},
					{
						displayName: 'Operator',
						zh: '条件类型',
						name: 'filterType',
						type: 'options',
						default: 'EQ',
						options: [
							{
								name: 'Between',
								value: 'BETWEEN',
								description: 'Two values, separated by a comma',
								zh: '介于：用逗号分隔两个值',
							},
							{ name: 'Contains Text', value: 'SEARCH', zh: '包含文字' },
							{ name: 'Equals', value: 'EQ', zh: '等于' },
							{
								name: 'Is One Of',
								value: 'IN',
								description: 'For choices, tags and people',
								zh: '是任一：用于选项、标签与人员',
							},
						],
					},
					{
						displayName: 'Value',
						zh: { name: '值', description: '时间可填任意常用写法，人员填 userId，多个值用逗号分隔' },
						name: 'value',
						type: 'string',
						required: true,
						default: '',
						description: 'Times in any usual form, people as userId, several values separated by commas',
					},
				],
			},
		],
	}) as const;

/** What is asked for most, and DingTalk's own query as text. */
export const queryFilters = defineField({
	displayName: 'Filters',
	zh: { name: '更多筛选', placeholder: '添加筛选' },
	name: 'filters',
	type: 'collection',
	placeholder: 'Add Filter',
	default: {},
	options: [
		{ displayName: 'Created After', zh: '创建时间起', name: 'createdAfter', type: 'dateTime', default: '' },
		{ displayName: 'Created Before', zh: '创建时间止', name: 'createdBefore', type: 'dateTime', default: '' },
		{ displayName: 'Modified After', zh: '更新时间起', name: 'modifiedAfter', type: 'dateTime', default: '' },
		{ displayName: 'Modified Before', zh: '更新时间止', name: 'modifiedBefore', type: 'dateTime', default: '' },
		{
			displayName: 'Owners',
			zh: { name: '负责人', description: '由其中任一人负责' },
			name: 'owners',
			type: 'resourceLocator',
			person: 'userId',
			many: true,
			default: { mode: 'list', value: '' },
			modes: personModes,
			description: 'Owned by any of these people',
		},
		{
			displayName: 'Query (JSON)',
			zh: { name: '查询条件（JSON）', description: '钉钉的 queryDsl，替代以上全部条件' },
			name: 'queryDsl',
			type: 'json',
			default: '{}',
			description: "DingTalk's own queryDsl, in place of all conditions above",
		},
		{
			displayName: 'Sort',
			zh: '排序',
			name: 'sort',
			type: 'options',
			default: 'gmt_create DESC',
			options: [
				{ name: 'Created, Newest First', value: 'gmt_create DESC', zh: '创建时间降序' },
				{ name: 'Created, Oldest First', value: 'gmt_create ASC', zh: '创建时间升序' },
				{ name: 'Modified, Newest First', value: 'gmt_modified DESC', zh: '更新时间降序' },
				{ name: 'Modified, Oldest First', value: 'gmt_modified ASC', zh: '更新时间升序' },
			],
		},
	],
});

export interface Condition {
	field: string;
	filterType: string;
	value: string;
}

export interface Filters {
	createdAfter?: number;
	createdBefore?: number;
	modifiedAfter?: number;
	modifiedBefore?: number;
	owners?: string[];
	queryDsl?: unknown;
	sort?: string;
}

/** The rows of `conditionsOver(name)` as `queryOf` takes them. */
export const conditionsIn = <const N extends string>(
	name: N,
	{ condition = [] }: { condition?: ReadonlyArray<Record<`${N}Field` | 'filterType' | 'value', string>> } = {},
): Condition[] =>
	condition.map((row) => ({ field: row[`${name}Field`], filterType: row.filterType, value: row.value }));

/** Far enough in the future for "no end" (2100-01-01). Milliseconds. */
const NO_END = 4_102_444_800_000;
const TIMES = new Set(['gmt_create', 'gmt_modified']);

function span(fieldId: string, from: number | undefined, to: number | undefined): Json[] {
	if (from === undefined && to === undefined) return [];
	return [{ fieldId, filterType: 'BETWEEN', value: [String(from ?? 0), String(to ?? NO_END)] }];
}

/** The choices of a column; none where it has no fixed ones. */
const wordsOf = (column: Column | undefined): string[] => [
	...(column?.choices ?? []),
	...(column?.options ?? []).map(({ name }) => name),
];

function conditionOf({ field, filterType, value }: Condition, columns: readonly Column[], zone: string): Json {
	const column = columns.find(({ id, name }) => id === field || name === field);
	const isTime = TIMES.has(field) || column?.native === 'date';
	const one = (text: string) => {
		if (!isTime) return text;
		const ms = toMoment(text, zone);
		if (ms !== undefined && Number.isFinite(ms)) return String(ms);
		throw new InputError('Value', `"${text}" is not a date and time`, `“${text}”不是有效的日期时间`);
	};
	const fieldId = column?.id ?? field;
	if (filterType === 'IN') return { fieldId, filterType, value: knownEntriesIn(value, wordsOf(column)).map(one) };
	if (filterType !== 'BETWEEN') return { fieldId, filterType, value: one(value) };
	return { fieldId, filterType, value: endsIn(value).map(one) };
}

/** DingTalk's query of a list; `undefined` for all. @throws InputError for what does not fit together. */
export function queryOf(
	conditions: readonly Condition[],
	{ createdAfter, createdBefore, modifiedAfter, modifiedBefore, owners = [], queryDsl, sort }: Filters,
	columns: readonly Column[],
	zone: string,
): string | undefined {
	const queryObjectList = [
		...conditions.map((condition) => conditionOf(condition, columns, zone)),
		...(owners.length > 0 ? [{ fieldId: 'principal', filterType: 'IN', value: owners }] : []),
		...span('gmt_create', createdAfter, createdBefore),
		...span('gmt_modified', modifiedAfter, modifiedBefore),
	];
	const [orderFieldId, order] = sort?.split(' ') ?? [];
	if (isObject(queryDsl)) {
		if (queryObjectList.length > 0 || order !== undefined)
			throw new InputError(
				'Query (JSON)',
				'replaces the other conditions and the order: fill in only one of them',
				'会替代其他条件与排序，请只填写其中一项',
			);
		return jsonText(queryDsl);
	}
	if (queryObjectList.length === 0 && order === undefined) return undefined;
	return jsonText({
		queryGroupList: queryObjectList.length > 0 ? [{ logicType: 'AND', queryObjectList }] : [],
		...(order !== undefined && { order, orderFieldId }),
	});
}
