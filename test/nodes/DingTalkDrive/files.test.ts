/** Files of the drive through the node against the sandbox, whose storage host wants the signed headers and no token. */
import { randomBytes } from 'node:crypto';
import type { IDataObject } from 'n8n-workflow';
import { startSandbox, type Sandbox } from '../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../support/engine';

const id = (value: unknown) => ({ __rl: true, mode: 'id', value });
let sandbox: Sandbox;
beforeAll(async () => {
	sandbox = await startSandbox();
});
afterEach(() => expect(sandbox.problems()).toEqual([]));
afterAll(async () => await sandbox.close());

const drive = (resource: string, operation: string, parameters: IDataObject) => ({
	product: 'dingTalkDrive',
	credentials: sandboxCredentials(sandbox),
	parameters: { resource, operation, options: { callsPerSecond: 0 }, ...parameters },
});

test('15 MB up into a new folder and down again, byte by byte', async () => {
	const content = randomBytes(15 * 1024 * 1024);
	const space = id('490100001');
	const [folder] = await outputs(
		drive('folder', 'create', { space, folder: id('0'), name: '2026/报表', additionalFields: {} }),
	);
	const binary = { data: { data: content.toString('base64'), mimeType: 'application/pdf', fileName: '报表.pdf' } };
	const upload = drive('file', 'upload', {
		binaryPropertyName: 'data',
		space,
		folder: id(folder?.id),
		additionalFields: {},
	});
	const [made] = await execute({ ...upload, items: [{ json: {}, binary }] });
	expect(made?.json).toMatchObject({ name: '报表.pdf', size: content.length });
	const [back] = await execute(
		drive('file', 'download', { space, file: id(made?.json.id), additionalFields: {}, outputBinaryField: 'file' }),
	);
	expect(back?.json).toMatchObject({ fileName: '报表.pdf', fileSize: content.length });
	expect(Buffer.from(back?.binary?.file?.data ?? '', 'base64').equals(content)).toBe(true);
	const [byLink] = await outputs(
		drive('file', 'get', {
			space: '',
			file: { __rl: true, mode: 'url', value: `https://alidocs.dingtalk.com/i/nodes/${String(made?.json.uuid)}` },
		}),
	);
	expect(byLink).toMatchObject({ id: made?.json.id });
});

test('a file over the limit ends with its size', async () => {
	const space = id('490100001');
	const binary = {
		data: { data: Buffer.alloc(2 * 1024 * 1024).toString('base64'), mimeType: 'application/pdf', fileName: 'big.pdf' },
	};
	const [made] = await execute({
		...drive('file', 'upload', { binaryPropertyName: 'data', space, folder: id('0'), additionalFields: {} }),
		items: [{ json: {}, binary }],
	});
	const download = drive('file', 'download', {
		space,
		file: id(made?.json.id),
		additionalFields: {},
		outputBinaryField: 'data',
	});
	await expect(
		execute({ ...download, parameters: { ...download.parameters, options: { callsPerSecond: 0, maxFileSize: 1 } } }),
	).rejects.toThrow(/2(\.0)? MB/);
});

test('an ID without its space is refused; bad names too, before any call', async () => {
	sandbox.clearLog();
	await expect(execute(drive('file', 'get', { space: '', file: id('17440002') }))).rejects.toThrow('Space: is empty');
	await expect(
		execute(drive('file', 'update', { space: id('490100001'), file: id('17440002'), newName: 'a|b' })),
	).rejects.toThrow('New Name: must not contain');
	expect(sandbox.log).toEqual([]);
});

test('a second upload makes a version; the first one can be restored', async () => {
	const space = id('490100001');
	const upload = async (text: string) =>
		await execute({
			...drive('file', 'upload', {
				binaryPropertyName: 'data',
				space,
				folder: id('0'),
				additionalFields: { conflictStrategy: 'OVERWRITE' },
			}),
			items: [
				{
					json: {},
					binary: {
						data: { data: Buffer.from(text).toString('base64'), mimeType: 'text/plain', fileName: '版本.txt' },
					},
				},
			],
		});
	await upload('one');
	const [made] = await upload('number two');
	const file = id(made?.json.id);
	const versions = async () =>
		(await outputs(drive('file', 'getVersions', { space, file, returnAll: true }))).map(({ version, size }) => [
			version,
			size,
		]);
	expect(await versions()).toEqual([
		[2, 10],
		[1, 3],
	]);
	expect(await outputs(drive('file', 'restoreVersion', { space, file, version: 1 }))).toEqual([
		{ success: true, version: 1 },
	]);
	expect((await versions())[0]).toEqual([3, 3]);
});

test('a folder is copied in the background and looked at until the end', async () => {
	const space = id('490100001');
	const folder = sandbox.data.drive.dentries.find(({ name, type }) => name === '合同' && type === 'FOLDER')?.id;
	const target = { targetSpace: id('490100002'), targetFolder: id('0'), additionalFields: {} };
	const copy = { space, file: id(folder), ...target };
	expect(await outputs(drive('file', 'copy', copy))).toMatchObject([{ status: 'SUCCESS' }]);
	const atOnce = drive('file', 'copy', { ...copy, options: { callsPerSecond: 0, returnAtOnce: true } });
	expect(Object.keys((await outputs(atOnce))[0] ?? {})).toEqual(['taskId']);
});
