/** The value table of AI tables through the node: for every type of field what is sent, what is read, what is refused. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { BASE } from '../../../sandbox/data/aiTable';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const place = { base: id(BASE), sheet: id('shtSandboxTasks'), options: { callsPerSecond: 0 } };
/** One record, its columns taken from the item: no field type of the form stands between. */
const create = (item: IDataObject) => ({
	product: 'dingTalkAiTable',
	credentials: sandboxCredentials(sandbox),
	parameters: {
		resource: 'record',
		operation: 'create',
		...place,
		columns: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] as string[] },
	},
	items: [{ json: item }],
	timezone: 'Asia/Tokyo',
});
const writes = () => sandbox.log.filter(({ method, path }) => path.endsWith('/records') && method === 'POST');

/** @returns what went to DingTalk for the column, and what a record read afterwards says of it */
async function roundTrip(column: string, value: unknown): Promise<{ sent: unknown; read: unknown }> {
	sandbox.log.length = 0;
	const [made] = await outputs(create({ 标题: '值', [column]: value } as IDataObject));
	const [call] = writes();
	const { records } = call?.body as { records: Array<{ fields: IDataObject }> };
	const [record] = await outputs({
		...create({}),
		parameters: { resource: 'record', operation: 'get', ...place, recordId: made?.id, simplify: true },
	});
	return { sent: records[0]?.fields[column], read: record?.[column] };
}

const zhang = () => sandbox.company.users.find(({ userid }) => userid === 'zhangsan');
const link = (...linkedRecordIds: string[]) => ({ linkedRecordIds });
/** Midnight and half past nine of 1 March 2027 in the workflow's zone, Tokyo (UTC+9). */
const MIDNIGHT = 1_803_826_800_000;
const HALF_PAST_NINE = MIDNIGHT + 9.5 * 3_600_000;
const customers = () => sandbox.data.aiTable.records.filter(({ sheetId }) => sheetId === 'shtSandboxCustomers');

test.each<[string, unknown, unknown, unknown?]>([
	['标题', 12, '12', '12'],
	['标题', { a: 1 }, '{"a":1}', '{"a":1}'],
	['标题', true, 'true', 'true'],
	['标题', new Date(0), '1970-01-01T00:00:00.000Z', '1970-01-01T00:00:00.000Z'],
	['数字', '12.50', 12.5, 12.5],
	['数字', 0, 0, 0],
	['状态', '进行中', '进行中', '进行中'],
	['状态', { id: 'opt2', name: '进行中' }, '进行中', '进行中'],
	['状态', ['进行中'], '进行中', '进行中'],
	['标签', '前端, 紧急', ['前端', '紧急'], ['前端', '紧急']],
	['标签', [{ id: 'opt1', name: '前端' }, '后端'], ['前端', '后端'], ['前端', '后端']],
	['日期', '2027-03-01', MIDNIGHT, '2027-03-01T00:00:00+09:00'],
	['日期', '2027-03-01 09:30', HALF_PAST_NINE],
	['日期', '2027-03-01T00:30:00Z', HALF_PAST_NINE],
	['日期', '2027-03-01T09:30:00+09:00', HALF_PAST_NINE],
	['日期', HALF_PAST_NINE, HALF_PAST_NINE],
	['日期', String(HALF_PAST_NINE), HALF_PAST_NINE],
	['日期', HALF_PAST_NINE / 1_000, HALF_PAST_NINE],
	['部门', '1', [{ deptId: '1' }], ['1']],
	['部门', [{ deptId: 1 }], [{ deptId: '1' }], ['1']],
	['网址', 'https://n8n.io', { text: 'https://n8n.io', link: 'https://n8n.io' }],
	['网址', '[n8n](https://n8n.io)', { text: 'n8n', link: 'https://n8n.io' }, { text: 'n8n', link: 'https://n8n.io' }],
	['网址', '[x](https://a.example/b_(c))', { text: 'x', link: 'https://a.example/b_(c)' }],
	['网址', { text: '官网', link: 'https://n8n.io' }, { text: '官网', link: 'https://n8n.io' }],
	['完成', 'true', true, true],
	['完成', 0, false],
	['金额', '99.9', 99.9, 99.9],
	['评分', 4, 4, 4],
	['进度', '0.5', 0.5, 0.5],
	['电话', 13800000000, '13800000000', '13800000000'],
	['邮箱', 'a@example.com', 'a@example.com'],
	['条码', '0012', '0012', '0012'],
	['身份证', '110101199003070000', '110101199003070000'],
	['说明', '**重要**', { markdown: '**重要**' }, { markdown: '**重要**' }],
	['说明', { markdown: 'a' }, { markdown: 'a' }],
	['群', 'cid123==', [{ cid: 'cid123==' }]],
])('%s: %j is sent as %j and read as %j', async (column, value, sent, read = expect.anything()) => {
	const trip = await roundTrip(column, value);
	expect(trip.sent).toEqual(sent);
	expect(trip.read).toEqual(read);
});

test.each([
	['a userId', () => 'zhangsan'],
	['the value of a people field', () => ({ __rl: true, mode: 'unionId', value: zhang()?.unionid })],
	['a mobile number', () => zhang()?.mobile],
	['what another node gave', () => [{ unionId: zhang()?.unionid }]],
	['an object of a userId', () => ({ userId: 'zhangsan' })],
])('people by %s are sent as unionIds', async (_, value) => {
	const { sent, read } = await roundTrip('负责人', value());
	expect(sent).toEqual([{ unionId: zhang()?.unionid }]);
	expect(read).toEqual([zhang()?.unionid]);
});

test.each([
	['an ID', (ids: string[]) => ids[0], 1],
	['a comma list', (ids: string[]) => ids.join(','), 2],
	['a list', (ids: string[]) => ids, 2],
	['what a record gave', (ids: string[]) => link(...ids), 2],
])('links by %s', async (_, value, count) => {
	const ids = customers()
		.slice(0, 2)
		.map((record) => record.id);
	for (const column of ['客户', '关联']) {
		const { sent, read } = await roundTrip(column, value(ids));
		expect(sent).toEqual(link(...ids.slice(0, count)));
		expect(read).toEqual(ids.slice(0, count));
	}
});

test.each([
	['数字', '1,000', '数字: is not a number: 1,000'],
	['数字', [1], '数字: is not a number'],
	['日期', 'morgen', '日期: is not a date and time: morgen'],
	['完成', 'perhaps', '完成: must be true or false: perhaps'],
	['状态', ['进行中', '已完成'], '状态: takes one choice'],
	['负责人', [], '负责人: names nobody'],
])('%s: %j is refused before any call that writes', async (column, value, words) => {
	sandbox.log.length = 0;
	await expect(execute(create({ 标题: '值', [column]: value } as IDataObject))).rejects.toThrow(words);
	expect(writes()).toEqual([]);
});

test('auto-map: empty text is not sent, null empties, computed and unknown columns stay away', async () => {
	sandbox.log.length = 0;
	await outputs(
		create({
			' 标题 ': '值',
			数字: '',
			状态: null,
			标签: null,
			负责人: null,
			客户: null,
			公式: 5,
			编号: 7,
			创建人: 'x',
			没有: 1,
		}),
	);
	const { records } = writes()[0]?.body as { records: Array<{ fields: IDataObject }> };
	expect(records[0]?.fields).toEqual({ 标题: '值', 状态: null, 标签: [], 负责人: [], 客户: link() });
});

test('a computed column that is set by hand is refused by name', async () => {
	const byHand = { ...create({}) };
	const columns = { mappingMode: 'defineBelow', value: { 标题: '值', 公式: 5 }, matchingColumns: [] };
	await expect(execute({ ...byHand, parameters: { ...byHand.parameters, columns } })).rejects.toThrow(
		'公式: is computed by DingTalk and cannot be written',
	);
});
