/** Files of AI table records through the node against the sandbox: none is lost, and a field is its name or its ID. */
import type { IDataObject } from 'n8n-workflow';
import { BASE } from '../../../sandbox/data/aiTable';
import { execute, outputs, sandboxCredentials } from '../../support/engine';
import { useSandbox } from '../../sandbox/client';

const id = (value: string) => ({ __rl: true, mode: 'id', value });
const [RECORD, COLUMN] = ['recTask0003', '附件'];

const sandbox = useSandbox();
afterEach(() => expect(sandbox.it.problems()).toEqual([]));

const record = (operation: string, parameters: IDataObject, files: string[] = ['']) => ({
	product: 'dingTalkAiTable',
	credentials: sandboxCredentials(sandbox.it),
	parameters: {
		resource: 'record',
		operation,
		base: id(BASE),
		sheet: id('shtSandboxTasks'),
		recordId: RECORD,
		options: { callsPerSecond: 0 },
		...parameters,
	},
	items: files.map((fileName) => ({
		json: { fileName },
		binary: {
			data: { data: Buffer.from(fileName).toString('base64'), mimeType: 'text/plain', fileName, fileSize: '9' },
		},
	})),
});
const upload = (files: string[], parameters: IDataObject = {}) =>
	record('uploadAttachment', { column: id(COLUMN), ...parameters }, files);
const filesOf = async (attachmentFields: string[] = []) =>
	(await outputs(record('downloadAttachments', { attachmentFields }))).map(({ filename }) => filename);
const columnId = () => sandbox.it.data.aiTable.fields.find(({ name }) => name === COLUMN)?.id ?? '';

test('the files of several items stand in one cell, in the order of the items, however its column is told', async () => {
	const column = `={{ { __rl: true, mode: 'id', value: $itemIndex === 1 ? '${columnId()}' : '${COLUMN}' } }}`;
	expect(await outputs(upload(['a.txt', 'b.txt', 'c.txt', 'd.txt'], { column }))).toMatchObject([
		{ recordId: RECORD, filename: 'a.txt' },
		{ recordId: RECORD, filename: 'b.txt' },
		{ recordId: RECORD, filename: 'c.txt' },
		{ recordId: RECORD, filename: 'd.txt' },
	]);
	expect(await filesOf()).toEqual(['a.txt', 'b.txt', 'c.txt', 'd.txt']);
});

test('files that go into no record are uploaded side by side', async () => {
	sandbox.it.fault({ kind: 'delay', match: 'uploadInfos', ms: 300 });
	const written = ['a.txt', 'b.txt'];
	const entries = await outputs(upload(written, { target: 'entry' }));
	expect(entries.map(({ filename }) => filename)).toEqual(written);
	const calls = sandbox.it.log.filter(({ path, host }) => path.includes('uploadInfos') || host === 'storage');
	expect(calls.slice(0, 2).map(({ host }) => host)).toEqual(['api', 'api']);
	expect(await filesOf()).toEqual([]);
});

test('a column by its ID keeps its files, and gives them', async () => {
	await execute(upload(['a.txt']));
	await execute(upload(['b.txt'], { column: id(columnId()) }));
	expect(await filesOf([columnId()])).toEqual(['a.txt', 'b.txt']);
	expect(await filesOf([COLUMN])).toEqual(['a.txt', 'b.txt']);
	expect(await filesOf(['标题'])).toEqual([]);
});

test('a column that the sheet does not have is refused before anything is uploaded', async () => {
	await expect(execute(upload(['a.txt'], { column: id('没有') }))).rejects.toThrow('the sheet has no field "没有"');
	await expect(filesOf(['没有'])).rejects.toThrow('Field: the sheet has no field "没有"');
	expect(sandbox.it.log.some(({ path }) => path.includes('uploadInfos'))).toBe(false);
});
