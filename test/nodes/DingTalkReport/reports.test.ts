import type { IDataObject } from 'n8n-workflow';
import { DingTalkReport } from '../../../nodes/DingTalkReport/DingTalkReport.node';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { strayAnswers } from '../../sandbox/answers';
import { editor, outputs, sandboxCredentials } from '../../support/engine';

const NOW = Date.parse('2026-11-28T09:00:00+08:00');
const at = (days: number) => new Date(NOW + days * 86_400_000).toISOString();

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ now: () => NOW });
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const call = (operation: string, parameters: object) => ({
	product: 'dingTalkReport',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'report', operation, ...parameters },
});
const report = async (operation: string, parameters: object) => await outputs(call(operation, parameters));
const sent = (path: string) => sandbox.log.filter((entry) => entry.path === path).map(({ body }) => body);
const daily = (value: object) => ({
	template: '日报',
	author: 'zhangsan',
	contents: { mappingMode: 'defineBelow', value, matchingColumns: [] },
	receivers: 'lisi',
	toChat: true,
});
const CREATE = '/topapi/report/create';

test('written by the fields of its template, read back as columns', async () => {
	const [made] = await report('create', {
		...daily({ 未完成工作: '- 文档', 今日完成工作: '### 设计' }),
		additionalFields: { groups: [sandbox.company.openConversationId] },
	});
	expect(sent(CREATE)).toMatchObject([
		{
			create_report_param: {
				template_id: 'sandboxDailyReport0001',
				userid: 'zhangsan',
				contents: [
					{ key: '今日完成工作', sort: 0, type: 1, content_type: 'markdown', content: '### 设计' },
					{ key: '未完成工作', sort: 1, content: '- 文档' },
				],
				to_userids: ['lisi'],
				dd_from: 'n8n',
			},
		},
	]);
	const range = { from: at(-1), to: at(1), returnAll: true };
	const found = await report('getAll', { ...range, content: true, filters: { author: 'zhangsan', template: '日报' } });
	expect(found).toMatchObject([
		{ report_id: made?.report_id, creator_name: '张三', contents: { 今日完成工作: '### 设计', 未完成工作: '- 文档' } },
	]);
	const [raw] = await report('getAll', { ...range, content: true, filters: { author: 'zhangsan' }, simplify: false });
	expect(raw?.contents).toHaveLength(2);
	const who = await report('getAll', { ...range, content: false });
	expect(who.map(({ creator_id: id }) => id)).toEqual(['lisi', 'zhangsan']);
	expect(who[0]).not.toHaveProperty('contents');
	expect(await report('get', { reportId: made?.report_id })).toMatchObject([
		{ reportId: made?.report_id, contents: { 今日完成工作: '### 设计' } },
	]);
	expect((await report('getReceivers', { reportId: made?.report_id, returnAll: true })).length).toBeGreaterThan(1);
});

test('a moment is written as its text, without the quotes of JSON: databases give dates', async () => {
	const date = new Date('2026-12-01T01:00:00.000Z');
	const contents = { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] };
	for (const given of [daily({ 今日完成工作: '={{ $json.今日完成工作 }}' }), { ...daily({}), contents }])
		await outputs({ ...call('create', given), items: [{ json: { 今日完成工作: date } as unknown as IDataObject }] });
	const content = { key: '今日完成工作', content: '2026-12-01T01:00:00.000Z' };
	expect(sent(CREATE)).toMatchObject([1, 2].map(() => ({ create_report_param: { contents: [content] } })));
});

test('59 items of one template read it once; 60 reports are three pages; a year is three ranges, 60 reports in the last', async () => {
	await outputs({
		...call('create', {
			...daily({}),
			contents: { mappingMode: 'autoMapInputData', value: null, matchingColumns: [] },
		}),
		items: Array.from({ length: 59 }, (_, index) => ({ json: { 今日完成工作: `第 ${index} 天`, other: 1 } })),
	});
	expect(sent('/topapi/report/template/getbyname')).toHaveLength(1);
	expect(await report('getAll', { from: at(-1), to: at(1), content: true, returnAll: true })).toHaveLength(60);
	expect(sent('/topapi/report/list')).toHaveLength(3);
	sandbox.clearLog();
	await report('getAll', { from: at(-364), to: at(0), content: true, returnAll: true });
	expect(sent('/topapi/report/list')).toHaveLength(5);
});

test('who read, commented on and liked it', async () => {
	const of = { reportId: 'sandboxReport1', returnAll: true };
	for (const who of [0, 1, 2]) expect(await report('getReaders', { ...of, who })).toEqual([{ userid: 'zhangsan' }]);
	expect(await report('getComments', of)).toMatchObject([{ userid: 'zhangsan', content: '不错' }]);
});

test('templates, all or those that somebody sees; the editor offers fields and groups', async () => {
	const names = async (filters: object) =>
		(await report('getTemplates', { filters, returnAll: true })).map(({ name }) => name);
	expect(await names({})).toEqual(['日报', '周报']);
	expect(await names({ visibleTo: 'lisi' })).toEqual(['日报']);
	expect(await report('getTemplate', { template: '日报' })).toMatchObject([{ id: 'sandboxDailyReport0001' }]);
	const { methods } = new DingTalkReport();
	const here = editor(call('create', daily({})));
	const shown = await methods.resourceMapping?.contentsColumns?.call(here);
	expect(shown?.fields.map(({ id, readOnly }) => [id, readOnly])).toEqual([
		['今日完成工作', false],
		['未完成工作', false],
		['照片', true],
	]);
	expect(await methods.loadOptions?.groupsList?.call(here)).toEqual([
		{ name: '项目群', value: sandbox.company.openConversationId },
	]);
	expect((await methods.listSearch?.templateList?.call(here, '周'))?.results).toEqual([
		{ name: '周报', value: '周报' },
	]);
});

test.each([
	['no content', 'create', daily({}), 'Content'],
	[
		'a modified filter without content',
		'getAll',
		{ from: at(-1), to: at(0), content: false, returnAll: true, filters: { modifiedTo: at(0) } },
		'Modified To',
	],
	['an end before its start', 'getAll', { from: at(0), to: at(-1), content: true, returnAll: true }, 'To'],
])('refused before any request: %s', async (_, operation, parameters, words) => {
	await expect(report(operation, parameters)).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});

test.each([
	['a text that DingTalk would cut', { 今日完成工作: '长'.repeat(1001) }, '1001'],
	['a field that is no text', { 照片: 'x' }, '照片'],
	['a field that the template does not have', { 明日计划: 'x' }, '明日计划'],
])('refused before it is written: %s', async (_, value, words) => {
	await expect(report('create', daily(value))).rejects.toThrow(words);
	expect(sent(CREATE)).toEqual([]);
});
