import products from '../catalog/data/products.json';
import { defineField, defineFields, type Choice } from '../runtime/field';
import type { Values } from '../runtime/fieldValues';
import { personModes } from '../shared/person';
import { options } from './optionFields';

const inCatalog = { hide: { product: ['custom'] } };
const inCustom = { show: { product: ['custom'] } };
const withBody = { show: { product: ['custom'], method: ['DELETE', 'PATCH', 'POST', 'PUT'] } };

export const product = defineField({
	displayName: 'Product',
	zh: { name: '产品', description: '钉钉的哪一部分；“自定义请求”可调用任意路径' },
	name: 'product',
	type: 'options',
	noDataExpression: true,
	default: 'all',
	options: [
		{ name: 'All Products', value: 'all', zh: '全部产品' },
		{ name: 'Custom Request', value: 'custom', zh: '自定义请求' },
	],
	description: 'Which part of DingTalk. Custom Request calls any path.',
});

/** Read by `find.ts`: an id, a documentation address or an API path. */
export const operation = defineField({
	displayName: 'Operation',
	name: 'apiOperation',
	zh: { name: '操作', description: '可用中英文、路径或 ID 搜索，也可粘贴文档网址或 API 路径' },
	type: 'resourceLocator',
	required: true,
	default: { mode: 'list', value: '' },
	displayOptions: inCatalog,
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchOperations', searchable: true },
		},
		{ displayName: 'By ID', name: 'id', type: 'string', placeholder: 'e.g. todo.createTodoTask' },
		{ displayName: 'By URL', name: 'url', type: 'string', placeholder: 'e.g. POST /v1.0/todo/users/{unionId}/tasks' },
	],
	description: 'Search in English or Chinese, by path or ID; or paste a documentation address or an API path',
});

const specify = defineField({
	displayName: 'Specify Parameters',
	name: 'specify',
	zh: '参数方式',
	type: 'options',
	noDataExpression: true,
	default: 'fields',
	displayOptions: inCatalog,
	options: [
		{ name: 'As Fields', value: 'fields', zh: '逐项填写' },
		{ name: 'As JSON', value: 'json', zh: 'JSON' },
	],
});

/** Read by `parts.ts`: the catalog's schema says what each value is. */
export const parameters = defineField({
	displayName: 'Parameters',
	name: 'parameters',
	zh: '参数',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	required: true,
	displayOptions: { ...inCatalog, show: { specify: ['fields'] } },
	typeOptions: {
		loadOptionsDependsOn: ['apiOperation.value'],
		resourceMapper: {
			resourceMapperMethod: 'mapParameters',
			mode: 'add',
			valuesLabel: 'Parameters',
			fieldWords: { singular: 'parameter', plural: 'parameters' },
			addAllFields: true,
			supportAutoMap: false,
			noFieldsError: 'Choose an operation first. 请先选择操作。',
		},
	},
});

/** Read by `persons.ts`: which id each parameter takes is the catalog's, so that people are looked up after all else was checked. */
const people = defineField({
	displayName: 'People',
	name: 'people',
	zh: {
		name: '人员',
		description: '按姓名选择人员参数的值；同一参数可添加多人',
		placeholder: '添加人员',
	},
	type: 'fixedCollection',
	typeOptions: { multipleValues: true },
	placeholder: 'Add Person',
	default: {},
	displayOptions: { ...inCatalog, show: { specify: ['fields'] } },
	description:
		'People for the parameters that take some, found by name. Several people for one parameter: several rows.',
	options: [
		{
			displayName: 'Parameter',
			zh: '参数',
			name: 'parameter',
			values: [
				{
					displayName: 'Parameter Name or ID',
					zh: { name: '参数名称或 ID', description: '从列表选择，或用表达式指定 ID' },
					name: 'name',
					type: 'options',
					default: '',
					typeOptions: { loadOptionsMethod: 'personParameters', loadOptionsDependsOn: ['apiOperation.value'] },
					description:
						'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
				},
				{
					displayName: 'Person',
					zh: '人员',
					name: 'person',
					type: 'resourceLocator',
					person: 'userId',
					default: { mode: 'list', value: '' },
					modes: personModes,
				},
			],
		},
	],
});

const request = defineField({
	displayName: 'Request',
	name: 'request',
	zh: { name: '请求', description: '路径变量、查询参数与请求体' },
	type: 'json',
	default: '{\n  "path": {},\n  "query": {},\n  "body": {}\n}',
	displayOptions: { ...inCatalog, show: { specify: ['json'] } },
	description: 'Path variables, query and body of the call',
});

/** A request that is in no catalog. */
const custom = defineFields([
	{
		displayName: 'Method',
		name: 'method',
		zh: '方法',
		type: 'options',
		default: 'POST',
		displayOptions: inCustom,
		options: [
			{ name: 'DELETE', value: 'DELETE', zh: 'DELETE' },
			{ name: 'GET', value: 'GET', zh: 'GET' },
			{ name: 'PATCH', value: 'PATCH', zh: 'PATCH' },
			{ name: 'POST', value: 'POST', zh: 'POST' },
			{ name: 'PUT', value: 'PUT', zh: 'PUT' },
		],
	},
	{
		displayName: 'Host',
		name: 'host',
		zh: { name: '主机', description: '使用凭证中的哪个主机；access token 不会发送到其他地址' },
		type: 'options',
		default: 'api',
		displayOptions: inCustom,
		options: [
			{ name: 'Legacy API', value: 'oapi', zh: '旧版 API' },
			{ name: 'New API', value: 'api', zh: '新版 API' },
		],
		description: 'Which of the credential’s two hosts; the access token goes nowhere else',
	},
	{
		displayName: 'Path',
		name: 'path',
		zh: { name: '路径', description: '前面可带凭证中的主机，也可省略' },
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /v1.0/todo/users/me/tasks',
		displayOptions: inCustom,
		description: 'With or without one of the credential’s hosts in front',
	},
	{ displayName: 'Query', zh: '查询参数', name: 'query', type: 'json', default: '{}', displayOptions: inCustom },
	{
		displayName: 'Body Type',
		name: 'bodyType',
		zh: '请求体类型',
		type: 'options',
		default: 'json',
		displayOptions: withBody,
		options: [
			{ name: 'JSON', value: 'json', zh: 'JSON' },
			{ name: 'Raw Text', value: 'text', zh: '纯文本' },
		],
	},
	{
		displayName: 'Body',
		name: 'body',
		zh: '请求体',
		type: 'json',
		default: '{}',
		displayOptions: { show: { ...withBody.show, bodyType: ['json'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		zh: { name: '文本', description: '原样发送；可用“附加请求头”设置 Content-Type' },
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		displayOptions: { show: { ...withBody.show, bodyType: ['text'] } },
		description: 'Sent as it is; its Content-Type can be set by the option Extra Headers',
	},
]);

/** The products of the catalog stand in the form with both languages in their names (`description.ts`). */
const anyProduct = defineField({
	...product,
	options: [...product.options, ...products.map(({ id, name, zh }): Choice => ({ name, value: id, zh }))],
});

/** What is read as in every other node; the operation and its parameters are the catalog's. */
export const plainFields = defineFields([anyProduct, specify, request, ...custom, options]);
export type Form = Values<typeof plainFields>;

/** The whole form, in its order. */
export const fields = defineFields([product, operation, specify, parameters, people, request, ...custom, options]);
