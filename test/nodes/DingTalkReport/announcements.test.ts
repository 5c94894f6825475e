import { startSandbox, type Sandbox } from '../../../sandbox';
import { strayAnswers } from '../../sandbox/answers';
import { execute, editor, outputs, sandboxCredentials } from '../../support/engine';
import { DingTalkReport } from '../../../nodes/DingTalkReport/DingTalkReport.node';

const NOW = Date.parse('2026-11-28T09:00:00+08:00');
const at = (days: number) => new Date(NOW + days * 86_400_000).toISOString();
const png = { data: Buffer.from('a png').toString('base64'), mimeType: 'image/png', fileName: 'cover.png' };

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox({ people: 600, now: () => NOW });
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const call = (operation: string, parameters: object) => ({
	product: 'dingTalkReport',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource: 'announcement', operation, ...parameters },
});
const announcement = async (operation: string, parameters: object) => await outputs(call(operation, parameters));
const sent = (path: string) => sandbox.log.filter((entry) => entry.path === path);
const month = { from: at(-30), to: at(1), returnAll: true, filters: {} };
const news = { title: '搬家', content: '下周搬家', audience: 'some' };

test('published with a cover, found, changed, deleted', async () => {
	await execute({
		...call('create', {
			...news,
			departments: '101',
			people: 'wangwu',
			additionalFields: { category: 'sandboxCategory1', cover: 'data', pushTop: true },
		}),
		items: [{ json: {}, binary: { data: png } }],
	});
	const found = await announcement('getAll', {
		...month,
		details: true,
		simplify: false,
		filters: { category: 'sandboxCategory1' },
	});
	expect(found).toMatchObject([
		{ title: '搬家', isPushTop: 1, deptList: [{ deptId: '101' }], userList: [{ staffId: 'wangwu' }] },
	]);
	const id = String(found[0]?.id);
	await announcement('update', { announcement: id, updateFields: { title: '搬家通知' } });
	expect(sent('/topapi/blackboard/update')[0]?.body).toMatchObject({
		update_request: { title: '搬家通知', content: '下周搬家', category_id: 'sandboxCategory1' },
	});
	expect(await announcement('get', { announcement: id })).toMatchObject([{ title: '搬家通知', content: '下周搬家' }]);
	expect(await announcement('delete', { announcement: id })).toEqual([{ deleted: true, id }]);
	await expect(announcement('get', { announcement: id })).rejects.toMatchObject({ context: { code: 'badRequest' } });
	expect(await announcement('getAll', { ...month, details: false })).toEqual([{ id: 'sandboxAnnouncement1' }]);
});

test('what several items change in one announcement stays', async () => {
	await announcement('create', { ...news, departments: '101', additionalFields: {} });
	const [{ id } = {}] = await announcement('getAll', { ...month, details: false });
	await execute({
		...call('update', {
			announcement: id,
			updateFields: { title: '={{ $json.title }}', content: '={{ $json.content }}' },
		}),
		items: [{ json: { title: '搬家通知' } }, { json: { content: '本周搬家' } }],
	});
	expect(await announcement('get', { announcement: id })).toMatchObject([{ title: '搬家通知', content: '本周搬家' }]);
});

test('the root department is everybody, as -1', async () => {
	await announcement('create', { ...news, departments: '1' });
	await announcement('create', { ...news, audience: 'everybody' });
	expect(sent('/topapi/blackboard/create').map(({ body }) => body)).toMatchObject([
		{ create_request: { blackboard_receiver: { deptid_list: [-1] } } },
		{ create_request: { blackboard_receiver: { deptid_list: [-1] } } },
	]);
});

test('606 readers are two calls; who has not read it', async () => {
	const of = { announcement: 'sandboxAnnouncement1' };
	expect(await announcement('getReaders', { ...of, filters: {}, returnAll: true })).toHaveLength(606);
	expect(sent('/v1.0/blackboard/readers')).toHaveLength(2);
	expect(await announcement('getReaders', { ...of, filters: { only: 'read' }, returnAll: false, limit: 5 })).toEqual([
		{ userId: 'lisi', read: true, readTimestamp: NOW - 30 * 60_000 },
	]);
	expect(await announcement('getReaders', { ...of, filters: { only: 'unread' }, returnAll: true })).toHaveLength(605);
});

test('400 days are three ranges; a page that is not full is the last', async () => {
	await announcement('getAll', { ...month, from: at(-400), details: false });
	const ranges = sent('/topapi/blackboard/listids').map(
		({ body }) => (body as { query_request: Record<string, unknown> }).query_request,
	);
	expect(ranges).toHaveLength(3);
	expect(ranges[0]).toMatchObject({ page: 1, page_size: 30 });
});

test('only administrators publish; the newest ten are offered by title', async () => {
	const asLisi = { ...news, departments: '101', options: { operator: 'lisi' } };
	await expect(announcement('create', asLisi)).rejects.toMatchObject({ context: { code: '40035' } });
	const { methods } = new DingTalkReport();
	const here = editor(call('get', {}));
	expect((await methods.listSearch?.announcementList?.call(here, '值班'))?.results).toEqual([
		{ name: '国庆节值班表 (2026-11-28)', value: 'sandboxAnnouncement1' },
	]);
	expect(await methods.loadOptions?.categoryList?.call(here)).toHaveLength(2);
});

test.each([
	['no receiver', 'create', news, 'Departments'],
	[
		'too many departments',
		'create',
		{ ...news, departments: Array.from({ length: 21 }, (_, index) => String(index + 2)) },
		'Departments',
	],
	['nothing to change', 'update', { announcement: 'a', updateFields: {} }, 'Update Fields'],
])('refused before any request: %s', async (_, operation, parameters, words) => {
	await expect(announcement(operation, parameters)).rejects.toThrow(words);
	expect(sandbox.log).toEqual([]);
});
