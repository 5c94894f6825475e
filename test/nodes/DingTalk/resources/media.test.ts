import { createHash } from 'node:crypto';
import type { FilePart } from '../../../../nodes/protocol/request';
import { upload } from '../../../../nodes/DingTalk/resources/media/upload';
import { startSandbox, type Sandbox } from '../../../../sandbox';
import { execute, outputs, sandboxCredentials } from '../../../support/engine';
import { file, wire } from '../../../support/wire';

const MB = 1024 * 1024;

describe('values in → request out', () => {
	test.each([
		['file', file('report.xlsx'), 'report.xlsx'],
		['file', file('REPORT.PDF'), 'REPORT.PDF'],
		['image', file('photo.jpg', 'image/jpeg', 20 * MB), 'photo.jpg'],
		['image', file('photo.jpeg', 'image/jpeg'), 'photo.jpg'],
		['image', file('screenshot', 'image/png'), 'screenshot.png'],
		['voice', file('hello.amr', 'audio/amr', 2 * MB), 'hello.amr'],
		['video', file('file.bin', 'video/mp4'), 'file.mp4'],
		// What DingTalk's page does not list is for DingTalk to judge.
		...['notes.txt', 'README.md', 'table.csv', 'data.json', 'log.gz', 'macro.xlsm', 'photo.heic', 'no extension'].map(
			(name): [string, FilePart, string] => ['file', file(name), name],
		),
		['file', file('notes', 'text/plain; charset=utf-8'), 'notes.txt'],
		['file', file('file.bin', 'text/csv'), 'file.csv'],
	])('%s %o', async (type, part, name) => {
		const sent = await wire(upload, { type }, { files: { data: part } });
		expect(sent).toEqual({
			method: 'POST',
			host: 'oapi',
			path: '/media/upload',
			api: '/media/upload',
			query: {},
			headers: {},
			form: { type, media: { ...part, name } },
		});
	});

	test('from another binary field', async () => {
		const other = file('a.zip');
		expect((await wire(upload, { binaryProperty: 'attachment_0' }, { files: { attachment_0: other } })).form).toEqual({
			type: 'file',
			media: other,
		});
	});

	test.each([
		['file', file('notes.txt', 'text/plain', 21 * MB), 'Input Binary Field: "notes.txt" has 21.0 MB'],
		['file', file('notes.md', 'text/markdown', 0), 'is an empty file'],
		[
			'image',
			file('photo.webp', 'image/webp'),
			'Input Binary Field: "photo.webp" is no image that DingTalk accepts: jpg, gif, png, bmp',
		],
		['image', file('macro.xlsm', 'image/png'), 'is no image'],
		['voice', file('song.mp3', 'audio/mpeg', 2 * MB + 1), 'has 2.0 MB; DingTalk accepts at most 2 MB'],
		['video', file('film.mp4', 'video/mp4', 21 * MB), 'has 21.0 MB; DingTalk accepts at most 20 MB'],
		['file', file('empty.pdf', 'application/pdf', 0), 'is an empty file'],
	])('%s %o is refused, naming the field', async (type, part, sentence) => {
		await expect(wire(upload, { type }, { files: { data: part } })).rejects.toThrow(sentence);
	});
});

describe('in n8n, against the sandbox', () => {
	let sandbox: Sandbox;
	beforeAll(async () => {
		sandbox = await startSandbox();
	});
	afterAll(async () => await sandbox.close());
	afterEach(() => expect(sandbox.problems()).toEqual([]));

	const picture = Buffer.from('a picture that nobody looks at', 'utf8');
	const item = (fileName: string, mimeType: string) => ({
		json: {},
		binary: { data: { data: picture.toString('base64'), fileName, mimeType } },
	});
	const call = (parameters: object, ...items: Array<ReturnType<typeof item>>) => ({
		credentials: sandboxCredentials(sandbox),
		parameters: { resource: 'media', operation: 'upload', ...parameters },
		items,
	});

	test('the bytes arrive as they are, under their name', async () => {
		const [uploaded] = await outputs(call({ type: 'image' }, item('照片 "1".png', 'image/png')));
		expect(uploaded).toEqual({
			type: 'image',
			media_id: expect.stringMatching(/^@/) as string,
			created_at: expect.any(Number) as number,
		});
		expect(sandbox.received.media.at(-1)).toMatchObject({
			mediaId: uploaded?.media_id,
			type: 'image',
			size: picture.length,
			sha256: createHash('sha256').update(picture).digest('hex'),
		});
	});

	test.each([
		['reports/2026\\本月.pdf', '本月.pdf'],
		['a\r\nb.pdf', 'ab.pdf'],
		['../', 'file.pdf'],
	])('the file %j is sent as %j', async (given, sent) => {
		await outputs(call({ type: 'file' }, item(given, 'application/pdf')));
		expect(sandbox.received.media.at(-1)).toMatchObject({ filename: sent });
	});

	test('a file that the page does not list is sent, and a warning says so once', async () => {
		const shown: string[][] = [];
		const files = [item('a.md', 'text/markdown'), item('b.md', 'text/markdown'), item('c.pdf', 'application/pdf')];
		await outputs({ ...call({ type: 'file' }, ...files), onHints: (messages) => shown.push(messages) });
		expect(
			sandbox.received.media
				.slice(-3)
				.map(({ filename }) => filename)
				.sort(),
		).toEqual(['a.md', 'b.md', 'c.pdf']);
		expect(shown).toEqual([[expect.stringMatching(/^Files ending in \.md are not among those .*\.md 文件不在/s)]]);
	});

	test('the same for a message that uploads its file', async () => {
		const shown: string[][] = [];
		const message = {
			resource: 'robot',
			operation: 'sendToGroup',
			openConversationId: sandbox.company.openConversationId,
			messageType: 'file',
			mediaSource: 'binary',
			binaryProperty: 'data',
		};
		await outputs({ ...call(message, item('a.csv', 'text/csv')), onHints: (messages) => shown.push(messages) });
		expect(sandbox.received.media.at(-1)).toMatchObject({ filename: 'a.csv' });
		expect(shown).toEqual([[expect.stringMatching(/^Files ending in \.csv /)]]);
	});

	test('one that DingTalk refuses is its error, with a way out', async () => {
		await expect(outputs(call({ type: 'file' }, item('a.exe', 'application/x-msdownload')))).rejects.toMatchObject({
			message: expect.stringContaining('40005') as string,
			description: expect.stringContaining('ZIP') as string,
		});
		sandbox.clearLog();
	});

	test('an upload that broke off is repeated', async () => {
		sandbox.fault({ kind: 'reset', match: '/media/upload' });
		expect(await outputs(call({ type: 'image' }, item('a.png', 'image/png')))).toMatchObject([{ type: 'image' }]);
	});

	test('an item without the file, and one with a wrong file', async () => {
		await expect(execute({ ...call({}), items: [{ json: {} }] })).rejects.toThrow(/binary/);
		const before = sandbox.log.length;
		await expect(execute(call({ type: 'voice' }, item('a.png', 'image/png')))).rejects.toThrow('Input Binary Field');
		expect(sandbox.log.length).toBe(before);
	});
});
