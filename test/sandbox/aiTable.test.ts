import { request } from 'undici';

import { BASE } from '../../sandbox/data/aiTable';
import { strayAnswers } from './answers';
import { signedIn, useSandbox } from './client';
import type { Json } from './client';

const NOW = Date.parse('2026-11-28T09:00:00+08:00');
const sandbox = useSandbox({ now: () => NOW });
const ME = 'unlisiiEiE';
const path = (rest = '', sheet = '任务', base = BASE) =>
	`/v1.0/notable/bases/${base}/sheets${sheet ? `/${encodeURIComponent(sheet)}` : ''}${rest}?operatorId=${ME}`;
type Api = Awaited<ReturnType<typeof signedIn>>['api'];
const list = async (api: Api, body: Json = {}) =>
	(await api('POST', path('/records/list'), body)).body as Json & {
		records: Array<Json & { id: string; fields: Json }>;
	};

afterEach(() => expect(strayAnswers(sandbox.it.log)).toEqual([]));

test('150 records in two pages', async () => {
	const { api } = await signedIn(sandbox.it);
	const first = await list(api);
	expect([first.records.length, first.hasMore]).toEqual([100, true]);
	const last = await list(api, { nextToken: first.nextToken });
	expect([last.records.length, last.hasMore, last.nextToken]).toEqual([50, false, '']);
	expect(new Set([...first.records, ...last.records].map(({ id }) => id)).size).toBe(150);
	expect((await list(api, { maxResults: 101 })).code).toBe('invalidRequest.inputArgs.invalid');
	expect((await list(api, { nextToken: '100' })).code).toBe('invalidRequest.inputArgs.invalid');
});

test('cells are as the wire has them, and as the page has them', async () => {
	const { api } = await signedIn(sandbox.it);
	const [record] = (
		await list(api, { filter: { conditions: [{ field: '标题', operator: 'equal', value: ['任务 4'] }] } })
	).records;
	expect(record).toMatchObject({
		id: 'recTask0004',
		createdBy: { unionId: 'unmanager7675iEiE' },
		fields: {
			标题: '任务 4',
			数字: '4',
			状态: { id: 'opt2', name: '进行中' },
			标签: [{ id: 'opt2', name: '后端' }],
			日期: Date.parse('2026-11-24T00:00:00+08:00'),
			负责人: [{ unionId: 'unzhangsaniEiE' }],
			客户: { linkedRecordIds: ['recCust0005'] },
			网址: { text: '钉钉', link: 'https://www.dingtalk.com' },
			完成: true,
			进度: '0.4',
			编号: '4',
		},
	});
	expect(record.fields).not.toHaveProperty('附件');
	const some = await list(api, { maxResults: 1, fieldIdOrNames: ['数字', 'fldTask01'] });
	expect(some.records[0].fields).toEqual({ 标题: '任务 1', 数字: '1' });
});

describe('as the page has it', () => {
	const documented = useSandbox({ now: () => NOW, dialect: 'page' });
	test('a number is a number, and nothing stands for the token after the last page', async () => {
		const { api } = await signedIn(documented.it);
		const found = await list(api, { filter: { conditions: [{ field: '数字', operator: 'equal', value: [32] }] } });
		expect(found.records[0].fields.数字).toBe(32);
		expect(found).not.toHaveProperty('nextToken');
	});
});

/** [filter, how many of the 150] */
const filters: Array<[string, Json, number]> = [
	['number equal', { conditions: [{ field: '数字', operator: 'equal', value: [32] }] }, 1],
	['number greater', { conditions: [{ field: 'fldTask02', operator: 'greater', value: [148] }] }, 2],
	['select', { conditions: [{ field: '状态', operator: 'equal', value: ['进行中'] }] }, 50],
	['select, not', { conditions: [{ field: '状态', operator: 'notEqual', value: ['进行中'] }] }, 100],
	['select with an unknown name', { conditions: [{ field: '状态', operator: 'equal', value: ['nothing'] }] }, 0],
	['several', { conditions: [{ field: '标签', operator: 'contain', value: ['紧急'] }] }, 50],
	['person', { conditions: [{ field: '负责人', operator: 'equal', value: [{ unionId: 'unzhangsaniEiE' }] }] }, 50],
	[
		'date',
		{ conditions: [{ field: '日期', operator: 'greaterEqual', value: [Date.parse('2026-11-28T00:00:00+08:00')] }] },
		5,
	],
	['empty', { conditions: [{ field: '负责人', operator: 'empty' }] }, 50],
	['not empty', { conditions: [{ field: '负责人', operator: 'notEmpty' }] }, 100],
	['text contains', { conditions: [{ field: '标题', operator: 'contain', value: ['15'] }] }, 3],
	[
		'and',
		{
			combination: 'and',
			conditions: [
				{ field: '数字', operator: 'less', value: [10] },
				{ field: '完成', operator: 'equal', value: [true] },
			],
		},
		3,
	],
	[
		'or',
		{
			combination: 'or',
			conditions: [
				{ field: '数字', operator: 'less', value: [3] },
				{ field: '数字', operator: 'greater', value: [149] },
			],
		},
		3,
	],
];

test.each(filters)('filter: %s', async (_name, filter, count) => {
	const { api } = await signedIn(sandbox.it);
	const { records, hasMore } = await list(api, { filter });
	expect([records.length, hasMore]).toEqual([count, false]);
	expect(sandbox.it.data.aiTable.fields.find(({ name }) => name === '状态')?.property?.choices).toHaveLength(3);
});

test('records are written, changed, emptied and deleted', async () => {
	const { api } = await signedIn(sandbox.it);
	const fields = {
		标题: '新',
		数字: '7.5',
		状态: '全新',
		日期: '2026-12-01 09:30',
		负责人: [{ unionId: ME }],
		完成: false,
	};
	const { value } = (await api('POST', path('/records'), { records: [{ fields }, { fields: { 标题: '二' } }] }))
		.body as { value: Array<{ id: string }> };
	expect(value).toHaveLength(2);
	const [{ id }] = value;
	const get = async () => (await api('GET', path(`/records/${id}`))).body as Json & { fields: Json };
	expect((await get()).fields).toMatchObject({
		标题: '新',
		数字: '7.5',
		状态: { id: 'opt4', name: '全新' },
		日期: Date.parse('2026-12-01T09:30:00+08:00'),
		完成: false,
		创建人: [{ unionId: ME }],
	});
	await api('PUT', path('/records'), { records: [{ id, fields: { 标题: '改', 负责人: null } }] });
	expect((await get()).fields).toMatchObject({ 标题: '改', 数字: '7.5' });
	expect((await get()).fields).not.toHaveProperty('负责人');
	expect((await api('POST', path('/records/delete'), { recordIds: value.map((one) => one.id) })).body).toEqual({
		success: true,
	});
	expect(await api('GET', path(`/records/${id}`))).toMatchObject({
		status: 404,
		body: { code: 'invalidRequest.resource.notFound' },
	});
	expect(sandbox.it.problems()).toEqual([]);
});

/** [what, value of a cell] */
const wrong: Array<[string, Json]> = [
	['an unknown field', { 标题2: 'a' }],
	['a number as a word', { 数字: 'many' }],
	['text that is none', { 标题: 5 }],
	['a select by its object', { 状态: { name: '进行中' } }],
	['people as text', { 负责人: ME }],
	['a stranger', { 负责人: [{ unionId: 'lisi' }] }],
	['a date of seconds', { 日期: 1_766_959_192 }],
	['a link as a list', { 客户: ['recCust0001'] }],
	['a link into another sheet', { 客户: { linkedRecordIds: ['recTask0001'] } }],
	['a URL as text', { 网址: 'https://www.dingtalk.com' }],
	['a computed field', { 公式: 'x' }],
	['a file that nobody uploaded', { 附件: [{ filename: 'a', size: 1, type: 'txt', url: '/x', resourceId: 'y' }] }],
];

test.each(wrong)('%s is refused, and nothing of the call is written', async (_name, fields) => {
	const { api } = await signedIn(sandbox.it);
	const before = sandbox.it.data.aiTable.records.length;
	const refused = await api('POST', path('/records'), { records: [{ fields: { 标题: 'good' } }, { fields }] });
	expect(refused).toMatchObject({ status: 400, body: { code: 'invalidRequest.inputArgs.invalid' } });
	expect(sandbox.it.data.aiTable.records).toHaveLength(before);
});

test('a client token is good for one call, and a call for a hundred records', async () => {
	const { api } = await signedIn(sandbox.it);
	const insert = (clientToken: string, count = 1) =>
		api('POST', `${path('/records')}&clientToken=${clientToken}`, {
			records: Array.from({ length: count }, () => ({ fields: { 标题: 'x' } })),
		});
	const once = '7b9d3c3e-8f0a-4e0b-9d5a-2f1f4c1f7a11';
	expect((await insert(once)).status).toBe(200);
	expect(await insert(once)).toMatchObject({ status: 409, body: { code: 'invalidRequest.duplicateClientToken' } });
	expect((await insert('again')).status).toBe(400);
	expect((await insert('7b9d3c3e-8f0a-4e0b-9d5a-2f1f4c1f7a12', 100)).status).toBe(200);
	expect((await insert('7b9d3c3e-8f0a-4e0b-9d5a-2f1f4c1f7a13', 101)).status).toBe(400);
});

test('sheets and fields', async () => {
	const { api } = await signedIn(sandbox.it);
	expect((await api('GET', path('', ''))).body).toEqual({
		value: [
			{ id: 'shtSandboxTasks', name: '任务' },
			{ id: 'shtSandboxCustomers', name: '客户' },
		],
	});
	const sheet = (await api('POST', path('', ''), { name: '三', fields: [{ name: '甲', type: 'text' }] })).body;
	expect((await api('PUT', path('', '三'), { name: '叁' })).body).toEqual({ id: sheet.id, name: '叁' });
	const field = (
		await api('POST', path('/fields', '叁'), {
			name: '乙',
			type: 'singleSelect',
			property: { choices: [{ name: 'a' }] },
		})
	).body;
	expect(field).toMatchObject({ name: '乙', type: 'singleSelect', property: { choices: [{ id: 'opt1', name: 'a' }] } });
	expect((await api('PUT', path(`/fields/${String(field.id)}`, '叁'), { name: '丙' })).body).toEqual({ id: field.id });
	const fields = async () => ((await api('GET', path('/fields', '叁'))).body.value as Json[]).map(({ name }) => name);
	expect(await fields()).toEqual(['甲', '丙']);
	expect((await api('DELETE', path(`/fields/${encodeURIComponent('甲')}`, '叁'))).status).toBe(400);
	expect((await api('DELETE', path(`/fields/${encodeURIComponent('丙')}`, '叁'))).body).toEqual({ success: true });
	expect((await api('DELETE', path('', '叁'))).body).toEqual({ success: true });
	expect((await api('GET', path('', '叁'))).status).toBe(404);
	expect(sandbox.it.data.aiTable.fields.filter(({ sheetId }) => sheetId === sheet.id)).toEqual([]);
});

test('who and what is refused', async () => {
	const { api } = await signedIn(sandbox.it);
	const { dentries } = sandbox.it.data.drive;
	const doc = dentries.find(({ name }) => name === '路线图.adoc')?.uuid;
	const code = async (url: string) => {
		const { status, body } = await api('GET', url);
		return [status, body.code];
	};
	expect(await code(path('', '', 'nothing'))).toEqual([404, 'invalidRequest.document.notFound']);
	expect(await code(path('', '', doc))).toEqual([403, 'invalidRequest.document.typeIllegal']);
	expect(await code(path('', '').replace(ME, 'unuser01iEiE'))).toEqual([403, 'forbidden.operationIllegal']);
	expect(await code(path('', '').replace(ME, 'lisi'))).toEqual([400, 'invalidRequest.inputArgs.invalid']);
	expect(await code(path('', '四'))).toEqual([404, 'invalidRequest.resource.notFound']);
});

test('a file goes into a cell, and comes out of it', async () => {
	const { api } = await signedIn(sandbox.it);
	const info = { size: 5, mediaType: 'text/plain', resourceName: 'a.txt' };
	const { result } = (await api('POST', `/v1.0/doc/docs/resources/${BASE}/uploadInfos/query?operatorId=${ME}`, info))
		.body as { result: Record<string, string> };
	const { uploadUrl, resourceId, resourceUrl } = result;
	const put = async (headers: Record<string, string>) =>
		(await request(uploadUrl, { method: 'PUT', body: 'hello', headers })).statusCode;
	expect(await put({ 'content-type': 'text/html' })).toBe(403);
	expect(await put({ 'content-type': 'text/plain' })).toBe(200);
	const cell = [{ filename: 'a.txt', size: 5, type: 'text/plain', url: resourceUrl, resourceId }];
	const { value } = (await api('POST', path('/records'), { records: [{ fields: { 附件: cell } }] })).body as {
		value: Array<{ id: string }>;
	};
	const { fields } = (await api('GET', path(`/records/${value[0].id}`))).body as {
		fields: { 附件: Array<Record<string, string>> };
	};
	expect(fields.附件).toEqual([
		{ filename: 'a.txt', size: 5, type: 'text/plain', url: expect.stringContaining(sandbox.it.storageUrl) },
	]);
	expect(await (await request(fields.附件[0].url)).body.text()).toBe('hello');
});
