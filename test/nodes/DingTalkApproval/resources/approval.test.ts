import { create } from '../../../../nodes/DingTalkApproval/resources/approval/create';
import { get } from '../../../../nodes/DingTalkApproval/resources/approval/get';
import { idsRequest, split } from '../../../../nodes/DingTalkApproval/resources/approval/getAll';
import { compile } from '../../../../nodes/protocol/request';
import { InputError, type Operation } from '../../../../nodes/runtime/operation';
import { slicesOf } from '../../../../nodes/runtime/split';

type Values = Parameters<Operation['request']>[0];
/** `found`: the mapped fields as components, for Create. */
const request = (operation: Operation, { found, ...values }: Record<string, unknown>) =>
	compile(operation.route, operation.request(values as Values, { timezone: 'Asia/Shanghai', found }));
const DAY = 86_400_000;

describe('create: values in, request out', () => {
	const given = {
		processCode: 'PROC-1',
		originator: 'lisi',
		department: '101',
		found: [{ name: '事由', value: '家里有事' }],
		formJson: undefined,
		approvers: {},
		additionalFields: {},
	};
	const sent = {
		originatorUserId: 'lisi',
		processCode: 'PROC-1',
		deptId: 101,
		formComponentValues: [{ name: '事由', value: '家里有事' }],
	};
	const step = (actionType: string, ...people: string[]) => ({ actionType, people });

	test.each<[string, object, object]>([
		['the least', {}, {}],
		['the root department', { department: '1' }, { deptId: -1 }],
		[
			'approvers instead of a department',
			{ department: undefined, approvers: { steps: [step('AND', 'a', 'b'), step('OR', 'a', 'c'), step('AND', 'd')] } },
			{
				deptId: undefined,
				approvers: [
					{ actionType: 'AND', userIds: ['a', 'b'] },
					{ actionType: 'OR', userIds: ['a', 'c'] },
					{ actionType: 'NONE', userIds: ['d'] },
				],
			},
		],
		[
			'JSON by name after the rows',
			{ formJson: { 天数: 3, 多选: ['甲', '乙'], 可选: null } },
			{
				formComponentValues: [
					{ name: '事由', value: '家里有事' },
					{ name: '天数', value: '3' },
					{ name: '多选', value: '["甲","乙"]' },
				],
			},
		],
		[
			'JSON as components',
			{
				found: [],
				formJson: [
					{
						name: '明细',
						value: [[{ name: '品名', value: '笔' }]],
						extValue: { total: 1 },
						componentType: 'TableField',
						id: 'T1',
					},
				],
			},
			{
				formComponentValues: [
					{
						name: '明细',
						value: '[[{"name":"品名","value":"笔"}]]',
						extValue: '{"total":1}',
						componentType: 'TableField',
						id: 'T1',
					},
				],
			},
		],
		[
			'rows of a table as objects, at every depth as text',
			{
				found: [],
				formJson: {
					采购明细: [{ 商品名: '笔记本', 数量: 2, 用途: ['研发', '行政'], 备注: null }],
					一行: [
						{ name: '商品名', value: '笔' },
						{ name: '数量', value: 3 },
					],
					附件: [{ spaceId: '1', fileId: '2', fileName: 'a.pdf', fileSize: 333, fileType: 'pdf' }],
					地点: ['2025-01-03', 120.02, 30.28, '杭州', 100],
				},
			},
			{
				formComponentValues: [
					{
						name: '采购明细',
						value:
							'[[{"name":"商品名","value":"笔记本"},{"name":"数量","value":"2"},{"name":"用途","value":"[\\"研发\\",\\"行政\\"]"}]]',
					},
					{ name: '一行', value: '[[{"name":"商品名","value":"笔"},{"name":"数量","value":"3"}]]' },
					{
						name: '附件',
						value: '[{"spaceId":"1","fileId":"2","fileName":"a.pdf","fileSize":"333","fileType":"pdf"}]',
					},
					{ name: '地点', value: '["2025-01-03",120.02,30.28,"杭州",100]' },
				],
			},
		],
		[
			'components within components, at every depth as text',
			{
				found: [],
				formJson: [
					{
						name: '明细',
						value: [[{ name: '数量', value: 2, extValue: { unit: '台' } }]],
						details: [{ name: '行', details: [{ name: '数量', value: 2, extValue: 5 }] }],
					},
				],
			},
			{
				formComponentValues: [
					{
						name: '明细',
						value: '[[{"name":"数量","value":"2","extValue":"{\\"unit\\":\\"台\\"}"}]]',
						details: [{ name: '行', details: [{ name: '数量', value: '2', extValue: '5' }] }],
					},
				],
			},
		],
		[
			'everything else',
			{
				additionalFields: {
					agentId: '1234',
					ccList: ['x', 'y'],
					ccPosition: 'START_FINISH',
					targetSelectActioners: { actors: [{ actionerKey: 'manual_f953', people: ['p'] }] },
					bizDetailPageUrl: 'https://example.com/1',
				},
			},
			{
				microappAgentId: 1234,
				ccList: ['x', 'y'],
				ccPosition: 'START_FINISH',
				targetSelectActioners: [{ actionerKey: 'manual_f953', actionerUserIds: ['p'] }],
				bizDetailPageUrl: 'https://example.com/1',
			},
		],
	])('%s', (_, values, more) => {
		const body = JSON.parse(JSON.stringify({ ...sent, ...more })) as object;
		expect(request(create, { ...given, ...values })).toMatchObject({
			method: 'POST',
			host: 'api',
			path: '/v1.0/workflow/processInstances',
			query: {},
			body,
		});
		expect(request(create, { ...given, ...values }).body).toEqual(body);
	});

	test.each<[string, string, object]>([
		['neither department nor approvers', 'Department', { department: undefined }],
		['a department that is no number', 'Department', { department: '研发部' }],
		[
			'too many values',
			'Form Fields',
			{ formJson: Object.fromEntries(Array.from({ length: 150 }, (_, i) => [`f${i}`, 'x'])) },
		],
		['a value that is too long', 'Form Fields', { formJson: { 事由: '长'.repeat(65_536) } }],
		['JSON that is a number', 'Form Values (JSON)', { formJson: 3 }],
		['a component without a value', 'Form Values (JSON)', { formJson: [{ name: '天数' }] }],
		['an agent ID that is no number', 'Agent ID', { additionalFields: { agentId: 'app' } }],
	])('refused: %s', (_, field, values) => {
		expect(() => request(create, { ...given, ...values })).toThrow(InputError);
		expect(() => request(create, { ...given, ...values })).toThrow(expect.objectContaining({ field }) as Error);
	});
});

test('get: values in, request out', () => {
	expect(request(get, { processInstanceId: 'a171de6c-8b' })).toMatchObject({
		method: 'GET',
		host: 'api',
		path: '/v1.0/workflow/processInstances',
		query: { processInstanceId: 'a171de6c-8b' },
	});
});

test('getAll: 120 days and 10 originators a call, no moment twice, none left out', () => {
	const people = Array.from({ length: 12 }, (_, i) => `p${i}`);
	const from = 1_700_000_000_123;
	const query = {
		processCode: 'PROC-1',
		from,
		to: from + 300 * DAY,
		originators: people,
		details: false,
		filters: { statuses: ['RUNNING' as const] },
	};
	const bodies = slicesOf([], split, query).map((part) => idsRequest(part).body);
	const ranges = [
		[from, from + 120 * DAY - 1],
		[from + 120 * DAY, from + 240 * DAY - 1],
		[from + 240 * DAY, from + 300 * DAY],
	];
	expect(bodies).toEqual(
		[people.slice(0, 10), people.slice(10)].flatMap((userIds) =>
			ranges.map(([startTime, endTime]) => ({
				processCode: 'PROC-1',
				startTime,
				endTime,
				userIds,
				statuses: ['RUNNING'],
			})),
		),
	);
	expect(idsRequest({ ...query, originators: [], filters: {} })).toEqual({
		body: {
			processCode: 'PROC-1',
			startTime: from,
			endTime: from + 300 * DAY,
			userIds: undefined,
			statuses: undefined,
		},
	});
});
