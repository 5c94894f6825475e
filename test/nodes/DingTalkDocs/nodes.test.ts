/** Knowledge bases and their trees through the node against the sandbox. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { DOCUMENT } from '../../../sandbox/data/documents';
import { strayAnswers } from '../../sandbox/answers';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: unknown) => ({ __rl: true, mode: 'id', value: String(value) });

let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	expect(strayAnswers(sandbox.log)).toEqual([]);
	await sandbox.close();
});

const on = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkDocs',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
});
const base = (name: string) => id(sandbox.data.drive.spaces.find((one) => one.name === name)?.workspaceId);
const walk = async (name: string, parameters: IDataObject = {}) =>
	await outputs(
		on('node', 'getAll', { knowledgeBase: base(name), recursive: true, returnAll: true, filters: {}, ...parameters }),
	);

test('knowledge bases: made, found, listed with My Documents, got', async () => {
	const [made] = await outputs(
		on('knowledgeBase', 'create', { name: '新知识库', additionalFields: { description: '说明' } }),
	);
	const [found] = await outputs(on('knowledgeBase', 'search', { keyword: '新知识', returnAll: true }));
	expect(found).toMatchObject({ workspaceId: made?.workspaceId, name: '新知识库' });
	const all = await outputs(on('knowledgeBase', 'getAll', { returnAll: true, filters: { includeMine: true } }));
	expect(all.map(({ name }) => name)).toEqual(['我的文档', '产品知识库', '研发手册', '新知识库']);
	expect(await outputs(on('knowledgeBase', 'get', { knowledgeBase: id(made?.workspaceId) }))).toMatchObject([
		{ rootNodeId: made?.rootNodeId, description: '说明' },
	]);
	expect(await outputs(on('knowledgeBase', 'get', {}))).toMatchObject([{ name: '我的文档' }]);
});

test('the tree is walked with paths, filtered, and left at the limit', async () => {
	expect((await walk('产品知识库')).map(({ path }) => path)).toEqual([
		'/规划',
		'/项目管理.able',
		'/预算.axls',
		'/规划/路线图.adoc',
	]);
	expect((await walk('产品知识库', { filters: { extension: 'adoc' } })).map(({ nodeId }) => nodeId)).toEqual([
		DOCUMENT,
	]);
	sandbox.clearLog();
	expect(await walk('产品知识库', { returnAll: false, limit: 2 })).toHaveLength(2);
	// The root is looked up, and only the first level is read.
	expect(sandbox.log.filter(({ path }) => path.startsWith('/v2.0/wiki'))).toHaveLength(2);
	expect((await walk('产品知识库', { recursive: false })).map(({ name }) => name)).not.toContain('路线图.adoc');
});

test('search tells kind and link of every hit, 20 in one call', async () => {
	const hits = await outputs(on('node', 'search', { keyword: '路线', details: true, returnAll: true, filters: {} }));
	expect(hits).toMatchObject([
		{ nodeId: DOCUMENT, extension: 'adoc', url: expect.stringContaining(DOCUMENT) as string },
	]);
	const bare = await outputs(on('node', 'search', { keyword: '路线', details: false, returnAll: true, filters: {} }));
	expect(bare[0]).not.toHaveProperty('extension');
});

test('got by its ID, by its link, and by a link without a node ID', async () => {
	const get = async (node: IDataObject) => await outputs(on('node', 'get', { node, additionalFields: {} }));
	const link = `https://alidocs.dingtalk.com/i/nodes/${DOCUMENT}?x=1`;
	expect(await get(id(DOCUMENT))).toMatchObject([{ name: '路线图.adoc' }]);
	expect(await get({ __rl: true, mode: 'url', value: link })).toMatchObject([{ name: '路线图.adoc' }]);
	expect(sandbox.log.filter(({ path }) => path.includes('queryByUrl'))).toEqual([]);
	const other = 'https://alidocs.dingtalk.com/i/p/abc/docs/def';
	await expect(get({ __rl: true, mode: 'url', value: other })).rejects.toMatchObject({
		description: expect.stringContaining('There is no such node') as string,
	});
	expect(sandbox.log.at(-1)?.body).toEqual({ url: other });
});

test('copied with a new name, renamed, moved, deleted', async () => {
	const target = { targetKnowledgeBase: base('研发手册') };
	const [copy] = await outputs(
		on('node', 'copy', { node: id(DOCUMENT), ...target, additionalFields: { newName: '副本.adoc' } }),
	);
	expect(copy).toMatchObject({ name: '副本.adoc' });
	await execute(on('node', 'update', { node: id(copy?.uuid), newName: '改名.adoc' }));
	expect((await walk('研发手册')).map(({ name }) => name)).toEqual(['编码规范.adoc', '改名.adoc']);
	const folder = (await walk('产品知识库')).find(({ name }) => name === '规划')?.nodeId;
	await execute(on('node', 'move', { node: id(copy?.uuid), targetFolder: id(folder), additionalFields: {} }));
	expect((await walk('产品知识库')).map(({ path }) => path)).toContain('/规划/改名.adoc');
	expect(await outputs(on('node', 'delete', { node: id(copy?.uuid) }))).toEqual([
		{ success: true, nodeId: copy?.uuid },
	]);
	expect((await walk('产品知识库')).map(({ path }) => path)).not.toContain('/规划/改名.adoc');
	await expect(execute(on('node', 'delete', { node: id(copy?.uuid) }))).rejects.toMatchObject({
		description: expect.stringContaining('There is no such node') as string,
	});
});

test('a folder is copied in the background and looked at until the end', async () => {
	const folder = (await walk('产品知识库')).find(({ name }) => name === '规划')?.nodeId;
	const [task] = await outputs(
		on('node', 'copy', { node: id(folder), targetKnowledgeBase: base('研发手册'), additionalFields: {} }),
	);
	expect(task).toMatchObject({ status: 'SUCCESS' });
	expect((await walk('研发手册')).map(({ path }) => path)).toContain('/规划/路线图.adoc');
});
