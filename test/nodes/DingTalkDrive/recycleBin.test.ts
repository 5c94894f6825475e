/** What was deleted into the recycle bin comes back through the node; the sandbox has one bin, that of the organisation. */
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { outputs, sandboxCredentials } from '../../support/engine';

const id = (value: unknown) => ({ __rl: true, mode: 'id', value });
const SPACE = '490100001';
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterAll(async () => await sandbox.close());

const drive = (resource: string, operation: string, parameters: IDataObject = {}) => ({
	product: 'dingTalkDrive',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
});
const named = (name: string) => sandbox.data.drive.dentries.find((one) => one.spaceId === SPACE && one.name === name);
const listed = async () => await outputs(drive('recycleBin', 'getAll', { returnAll: true }));

test('a file and a whole folder are deleted, found in the bin and put back; what is not there is an error of its own', async () => {
	const fileIds = [named('公告.txt')?.id, named('合同')?.id].join(',');
	await outputs(drive('file', 'delete', { space: id(SPACE), fileIds, toRecycleBin: true }));
	expect([named('公告.txt'), named('采购合同.txt')]).toEqual([undefined, undefined]);
	const items = await listed();
	expect(items.map(({ originalName, type }) => [originalName, type])).toEqual([
		['公告.txt', 'FILE'],
		['合同', 'FOLDER'],
	]);
	const recycleItemIds = [...items.map(({ id: item }) => item), '404'].join(',');
	const done = await outputs(drive('recycleBin', 'restore', { recycleItemIds, additionalFields: {} }));
	expect(done).toMatchObject([
		{ recycleItemId: items[0]?.id, dentryId: named('公告.txt')?.id, success: true },
		{ recycleItemId: items[1]?.id, dentryId: named('合同')?.id, status: 'SUCCESS' },
		{ error: { entry: '404', code: 'recycleItemNotExist' } },
	]);
	expect(named('采购合同.txt')?.parentId).toBe(named('合同')?.id);
	expect(await listed()).toEqual([]);
});

test('a foreign bin is refused with what to do', async () => {
	const options = { callsPerSecond: 0, corpId: 'dingforeign' };
	await expect(outputs(drive('recycleBin', 'getAll', { returnAll: true, options }))).rejects.toMatchObject({
		description: expect.stringContaining('Options → Corp ID') as string,
	});
});

test('a deleted space is gone from the list', async () => {
	expect(await outputs(drive('space', 'delete', { space: id('490100002') }))).toEqual([
		{ success: true, spaceId: '490100002' },
	]);
	const spaces = await outputs(drive('space', 'getAll', { returnAll: true }));
	expect(spaces.map(({ spaceId }) => spaceId)).toEqual([SPACE]);
});
