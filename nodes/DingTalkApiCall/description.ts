import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import products from '../catalog/data/products.json';
import { loomOf, weaveField, weaver, type ChineseField } from '../runtime/words';
import { optionsField } from '../runtime/common';
import words from './zh-CN.json';

const weave = weaver();
const chineseOf = (path: string): ChineseField | undefined => (words as Record<string, ChineseField>)[path];

const inCatalog = { hide: { product: ['custom'] } };
const inCustom = { show: { product: ['custom'] } };
const withBody = { show: { product: ['custom'], method: ['DELETE', 'PATCH', 'POST', 'PUT'] } };

const productField: INodeProperties = {
	displayName: 'Product',
	name: 'product',
	type: 'options',
	noDataExpression: true,
	default: 'all',
	options: [
		{ name: 'All Products', value: 'all' },
		{ name: 'Custom Request', value: 'custom' },
	],
	description: 'Which part of DingTalk. Custom Request calls any path.',
};

const fields: INodeProperties[] = [
	{
		displayName: 'Operation',
		name: 'apiOperation',
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
	},
	{
		displayName: 'Specify Parameters',
		name: 'specify',
		type: 'options',
		noDataExpression: true,
		default: 'fields',
		displayOptions: inCatalog,
		options: [
			{ name: 'As Fields', value: 'fields' },
			{ name: 'As JSON', value: 'json' },
		],
	},
	{
		displayName: 'Parameters',
		name: 'parameters',
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
	},
	{
		displayName: 'Request',
		name: 'request',
		type: 'json',
		default: '{\n  "path": {},\n  "query": {},\n  "body": {}\n}',
		displayOptions: { ...inCatalog, show: { specify: ['json'] } },
		description: 'Path variables, query and body of the call',
	},
	{
		displayName: 'Method',
		name: 'method',
		type: 'options',
		default: 'POST',
		displayOptions: inCustom,
		options: [
			{ name: 'DELETE', value: 'DELETE' },
			{ name: 'GET', value: 'GET' },
			{ name: 'PATCH', value: 'PATCH' },
			{ name: 'POST', value: 'POST' },
			{ name: 'PUT', value: 'PUT' },
		],
	},
	{
		displayName: 'Host',
		name: 'host',
		type: 'options',
		default: 'api',
		displayOptions: inCustom,
		options: [
			{ name: 'Legacy API', value: 'oapi' },
			{ name: 'New API', value: 'api' },
		],
		description: 'Which of the credential’s two hosts; the access token goes nowhere else',
	},
	{
		displayName: 'Path',
		name: 'path',
		type: 'string',
		required: true,
		default: '',
		placeholder: 'e.g. /v1.0/todo/users/me/tasks',
		displayOptions: inCustom,
		description: 'With or without one of the credential’s hosts in front',
	},
	{ displayName: 'Query', name: 'query', type: 'json', default: '{}', displayOptions: inCustom },
	{
		displayName: 'Body Type',
		name: 'bodyType',
		type: 'options',
		default: 'json',
		displayOptions: withBody,
		options: [
			{ name: 'JSON', value: 'json' },
			{ name: 'Raw Text', value: 'text' },
		],
	},
	{
		displayName: 'Body',
		name: 'body',
		type: 'json',
		default: '{}',
		displayOptions: { show: { ...withBody.show, bodyType: ['json'] } },
	},
	{
		displayName: 'Text',
		name: 'text',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		displayOptions: { show: { ...withBody.show, bodyType: ['text'] } },
		description: 'Sent as it is; its Content-Type can be set by the option Extra Headers',
	},
	{
		displayName: 'Options',
		name: 'options',
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: [
			{
				displayName: 'Access Token',
				name: 'accessToken',
				type: 'string',
				typeOptions: { password: true },
				default: '',
				description: 'Another token than the app’s, for operations that work for a signed-in person or a suite',
			},
			...(optionsField.options as unknown as INodeProperties[]),
			{
				displayName: 'Download File To',
				name: 'downloadTo',
				type: 'string',
				default: 'data',
				description: 'Binary property for the file that the answer points at',
			},
			{ displayName: 'Extra Headers', name: 'headers', type: 'json', default: '{}' },
			{ displayName: 'Extra Query', name: 'query', type: 'json', default: '{}' },
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				description: 'Max number of results to return',
			},
			{
				displayName: 'Max File Size (MB)',
				name: 'maxFileSize',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 100,
				description: 'A larger file ends the download with an error that names its size',
			},
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				displayName: 'Show Archived',
				name: 'showArchived',
				type: 'boolean',
				default: false,
				description: 'Whether the list also offers operations that DingTalk advises against',
			},
			{
				displayName: 'Show Undocumented',
				name: 'showUndocumented',
				type: 'boolean',
				default: false,
				description: 'Whether the list also offers operations that only the official SDK knows',
			},
			{
				displayName: 'Simplify',
				name: 'simplify',
				type: 'boolean',
				default: true,
				description: 'Whether to return a simplified version of the response instead of the raw data',
			},
		],
	},
];

/** Products without a current operation stand last and say so. */
const productOptions: INodePropertyOptions[] = [...products]
	.sort((a, b) => Number(a.count === 0) - Number(b.count === 0) || a.name.localeCompare(b.name, 'en'))
	.map(({ id, name, zh, count }) => ({
		// Found in either language: n8n's drop-downs search labels only.
		name: weave.searchable(name, zh),
		value: id,
		...(count === 0 && {
			description: weave.both('Archived or undocumented operations only', '仅有已归档或未公开的接口'),
		}),
	}));

const woven = [productField, ...fields].map((field) => weaveField(field, field.name, loomOf(chineseOf)));

/** The node's parameters; the catalog itself is never inlined, only the names of its products. */
export const properties: INodeProperties[] = woven.map((field) =>
	field.name === 'product'
		? { ...field, options: [...(field.options ?? []), ...productOptions] as INodePropertyOptions[] }
		: field,
);
