/** Folders of the drive through the node against the sandbox: given by a link, read at every level, deleted in the background. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: unknown): IDataObject => ({ __rl: true, mode: 'id', value: String(value) });
const SPACE = '490100001';
const space = id(SPACE);
let sandbox: Sandbox;
beforeEach(async () => {
	sandbox = await startSandbox();
});
afterEach(async () => {
	expect(sandbox.problems()).toEqual([]);
	await sandbox.close();
});

const drive = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkDrive',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
});
const create = async (name: string, folder: IDataObject = id('0')) =>
	(await outputs(drive('folder', 'create', { space, folder, name, additionalFields: {} })))[0] ?? {};
const linkOf = ({ uuid }: IDataObject) => ({
	__rl: true,
	mode: 'url',
	value: `https://alidocs.dingtalk.com/i/nodes/${String(uuid)}`,
});
const upload = async (folder: IDataObject, fileName: string) => {
	const binary = { data: { data: Buffer.from('1').toString('base64'), mimeType: 'text/plain', fileName } };
	const parameters = { binaryPropertyName: 'data', space, folder, additionalFields: {} };
	return (await execute({ ...drive('file', 'upload', parameters), items: [{ json: {}, binary }] }))[0]?.json ?? {};
};
const list = async (folder: IDataObject, filters: IDataObject = {}, more: IDataObject = {}) =>
	await outputs(drive('file', 'getAll', { space, folder, filters, returnAll: true, simplify: true, ...more }));

test('the link of a folder works wherever a folder is asked for', async () => {
	const parent = await create('2026');
	const below = await create('合同', linkOf(parent));
	expect(below.parentId).toBe(parent.id);
	expect((await list(linkOf(parent))).map(({ name }) => name)).toEqual(['合同']);
	const file = await upload(linkOf(parent), 'a.txt');
	const target = { targetSpace: space, targetFolder: linkOf(below), additionalFields: {} };
	const [copy] = await outputs(drive('file', 'copy', { space, file: id(file.id), ...target }));
	expect(copy).toMatchObject({ parentId: below.id });
	await outputs(drive('file', 'delete', { space, fileIds: String(copy?.id), toRecycleBin: false }));
	const [moved] = await outputs(drive('file', 'move', { space, file: id(file.id), ...target }));
	expect(moved).toMatchObject({ id: file.id, parentId: below.id });
});

test('all levels of a folder, of one type, each once; Simplify leaves out what few people want', async () => {
	const top = await create('2026');
	const deep = await create('2026/一月/报表');
	await create('其他');
	await upload(id(deep.id), 'a.txt');
	const names = async (filters: IDataObject, more: IDataObject = {}) =>
		(await list(id(top.id), filters, more)).map(({ name }) => String(name)).sort();
	expect(await names({})).toEqual(['一月']);
	expect(await names({ allLevels: true })).toEqual(['a.txt', '一月', '报表'].sort());
	expect(await names({ allLevels: true, type: 'FILE' }, { returnAll: false, limit: 1 })).toEqual(['a.txt']);
	expect(await names({ type: 'FILE' })).toEqual([]);
	const [short] = await list(id(deep.id));
	expect(Object.keys(short ?? {})).toEqual(expect.arrayContaining(['id', 'uuid', 'name', 'modifiedTime']));
	expect(short).not.toHaveProperty('createTime');
	expect((await list(id(deep.id), {}, { simplify: false }))[0]).toHaveProperty('createTime');
	const byName = { allLevels: true, orderBy: 'NAME', order: 'ASC' };
	const inOrder = (await list(id(top.id), byName)).map(({ name }) => String(name));
	expect(inOrder).toEqual([...inOrder].sort((a, b) => a.localeCompare(b)));
});

test('a deleted folder is looked at until it is gone, a failed one is an error of its own', async () => {
	const folder = await create('旧');
	const file = await upload(id('0'), 'old.txt');
	const remove = async (fileIds: string) =>
		await outputs(drive('file', 'delete', { space, fileIds, toRecycleBin: false }));
	expect(await remove(`${String(folder.id)},${String(file.id)},404`)).toMatchObject([
		{ dentryId: folder.id, status: 'SUCCESS', success: true },
		{ dentryId: file.id, success: true },
		{ error: expect.anything() as object },
	]);
});

test('of 60 files, one of two calls fails: its files are errors, the others are told as deleted', async () => {
	const files = await Promise.all(
		Array.from({ length: 60 }, async (_, index) => await upload(id('0'), `${index}.txt`)),
	);
	const fileIds = files.map((file) => String(file.id)).join(',');
	sandbox.fault({ kind: 'quota', match: /batchRemove/ });
	const ended = await outputs(drive('file', 'delete', { space, fileIds, toRecycleBin: false }));
	const failed = ended.filter(({ error }) => error !== undefined).length;
	expect([ended.length, [10, 50].includes(failed)]).toEqual([60, true]);
	expect((await list(id('0'))).filter(({ name }) => /^\d+\.txt$/.test(String(name)))).toHaveLength(failed);
});

test('a space without a recycle bin says which spaces have one', async () => {
	const [made] = await outputs(drive('space', 'create', { name: '应用空间', kind: 'app', additionalFields: {} }));
	const app = id(made?.id ?? made?.spaceId);
	const [folder] = await outputs(
		drive('folder', 'create', { space: app, folder: id('0'), name: 'a', additionalFields: {} }),
	);
	const remove = drive('file', 'delete', { space: app, fileIds: String(folder?.id), toRecycleBin: true });
	await expect(outputs(remove)).rejects.toMatchObject({
		description: expect.stringContaining('only shared spaces that Space: Create made') as string,
	});
});

test('names that DingTalk refuses are refused first: of the file itself, and of each level of a path', async () => {
	sandbox.clearLog();
	await expect(upload(id('0'), 'a|b.txt')).rejects.toThrow('File Name: must not contain');
	await expect(create('2026./合同')).rejects.toThrow('Name: must not contain');
	expect(sandbox.log.filter(({ path }) => path.includes('storage') || path.includes('dentries'))).toEqual([]);
});
