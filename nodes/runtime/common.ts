import { defineFields, type Field } from './field';

/** Fields that the runtime adds by itself; no operation declares them. */

const listFields = defineFields([
	{
		displayName: 'Return All',
		zh: { name: '返回全部', description: '返回所有结果，或只返回指定数量' },
		name: 'returnAll',
		type: 'boolean',
		default: false,
		description: 'Whether to return all results or only up to a given limit',
	},
	{
		displayName: 'Limit',
		zh: { name: '数量上限', description: '最多返回多少条结果' },
		name: 'limit',
		type: 'number',
		default: 50,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		displayOptions: { show: { returnAll: [false] } },
		description: 'Max number of results to return',
	},
]);

export const simplifyField: Field = {
	displayName: 'Simplify',
	zh: { name: '精简', description: '返回精简后的字段，而不是原始数据' },
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

/** How a list that never ends is ended. */
const maxPages: Field = {
	displayName: 'Max Pages',
	zh: { name: '最多页数', description: '读取列表时最多调用多少次；达到后停止并提示' },
	name: 'maxPages',
	type: 'number',
	under: 'options',
	default: 1000,
	typeOptions: { minValue: 1, numberPrecision: 0 },
	description: 'How many calls one list may take at most; where it is cut, the output says so',
};

export const pagingFields: readonly Field[] = [...listFields, maxPages];

export const downloadFields: readonly Field[] = [
	{
		displayName: 'Put Output File in Field',
		zh: { name: '文件存入字段', description: '输出中存放文件的二进制字段名' },
		name: 'outputBinaryField',
		type: 'string',
		required: true,
		default: 'data',
		id: true,
		hint: 'The name of the output binary field to put the file in',
	},
	{
		displayName: 'Max File Size (MB)',
		zh: { name: '文件大小上限（MB）', description: '更大的文件不会下载完，并提示实际大小' },
		name: 'maxFileSize',
		type: 'number',
		under: 'options',
		default: 100,
		typeOptions: { minValue: 1 },
		description: 'A larger file ends the download with an error that names its size',
	},
];

export const optionsField = {
	displayName: 'Options',
	zh: { name: '选项', placeholder: '添加选项' },
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Batching',
			zh: {
				name: '并行数',
				description: '同时处理的数据项数量。0 表示按“每秒调用次数”自动决定，收发文件时为 10',
			},
			name: 'batching',
			type: 'number',
			default: 0,
			typeOptions: { minValue: 0, maxValue: 1000 },
			description:
				'How many items to work on at once. 0 takes as many as Calls per Second can use, 10 where files are sent or received.',
		},
		{
			displayName: 'Calls per Second',
			zh: {
				name: '每秒调用次数',
				description:
					'同一接口每秒最多调用次数。钉钉标准版为每应用每接口 20 次，购买加速包后为 60 次；多个 n8n worker 会各自学会应占的份额。0 表示不限速，直到被钉钉限流',
			},
			name: 'callsPerSecond',
			type: 'number',
			default: 20,
			typeOptions: { minValue: 0, maxValue: 60 },
			description:
				'Most calls per second to one API. DingTalk allows 20 per app, 60 with a purchase pack; each worker of n8n learns its share of them. 0 sends without pacing until DingTalk refuses.',
		},
	],
} as const satisfies Field;
