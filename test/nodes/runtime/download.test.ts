import { createHash, randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { ITriggerFunctions, IWebhookFunctions } from 'n8n-workflow';
import { download, type DownloadOptions, type DownloadTarget } from '../../../nodes/runtime/download';
import { useBinaryMode, type BinaryMode } from '../../support/binaryMode';
import { inNode } from '../../support/context';
import { fileServer, type FileServer } from '../../support/fileServer';

const big = randomBytes(5 * 1024 * 1024 + 3);
const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
/** What a header's bytes are to `setHeader`. */
const latin1 = (text: string) => Buffer.from(text).toString('latin1');

let server: FileServer;
beforeAll(async () => {
	server = await fileServer({
		'/big.pdf': (_, response) => response.setHeader('content-length', big.length).end(big),
		'/chunked': (_, response) => {
			response.setHeader('content-disposition', latin1('attachment; filename="报告.pdf"'));
			response.setHeader('content-type', 'application/octet-stream');
			response.write(big.subarray(0, 1000));
			response.end(big.subarray(1000));
		},
		'/empty': (_, response) => response.setHeader('content-type', 'text/plain; charset=utf-8').end(),
		'/typed': (_, response) => response.setHeader('content-type', 'Image/PNG; charset=binary').end('png'),
		'/odd.qqq': (_, response) => response.end('odd'),
		'/notes.log': (_, response) => response.end('text'),
		'/rubbish': (_, response) => response.setHeader('content-type', ';;;').end('x'),
		'/compressed.csv': (_, response) => {
			response.setHeader('content-encoding', 'gzip').end(gzipSync(big));
		},
		'/bomb': (_, response) => {
			response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(50 * 1024 * 1024)));
		},
	});
});
afterAll(async () => await server.close());

const get = async (path: string, options: DownloadOptions = {}, target: Partial<DownloadTarget> = {}) =>
	await inNode(
		async (context) =>
			await download(context, { url: server.origin + path, ...target }, { hosts: [server.origin], ...options }),
	);

describe.each<[BinaryMode, RegExp]>([
	['default', /^undefined$/],
	['filesystem', /^filesystem-v2:/],
	['s3', /^s3:/],
])("n8n's binary mode %s", (mode, id) => {
	let store: Awaited<ReturnType<typeof useBinaryMode>>;
	beforeAll(async () => (store = await useBinaryMode(mode)));
	afterAll(() => store.close());

	test.each(['/big.pdf', '/chunked', '/compressed.csv'])('%s arrives byte by byte', async (path) => {
		const { binary, size } = await get(path);
		expect(String(binary.id)).toMatch(id);
		expect(size).toBe(big.length);
		expect(sha(await store.content(binary))).toBe(sha(big));
	});

	test('its name and type are known', async () => {
		const { binary } = await get('/chunked');
		expect(binary).toMatchObject({ fileName: '报告.pdf', mimeType: 'application/pdf', fileExtension: 'pdf' });
		if (binary.id) expect(await store.metadata(binary)).toMatchObject({ fileName: '报告.pdf', fileSize: big.length });
	});

	test('an empty file is a file', async () => {
		const { binary, size } = await get('/empty');
		expect(size).toBe(0);
		expect(binary).toMatchObject({ fileName: 'empty', mimeType: 'text/plain' });
		expect(await store.content(binary)).toEqual(Buffer.alloc(0));
	});

	test('a name that breaks encoders does not fail it', async () => {
		const { binary } = await get('/typed', {}, { name: '../a\ud83c/b\ud83c.png\u0000' });
		expect(binary).toMatchObject({ fileName: 'b\ufffd.png', mimeType: 'image/png' });
		expect(binary.directory).toBeUndefined();
	});
});

test.each([
	['/typed', undefined, 'image/png'],
	['/big.pdf', undefined, 'application/pdf'],
	['/typed', 'x.pdf', 'image/png'],
	['/chunked', 'data.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
	['/odd.qqq', undefined, 'application/octet-stream'],
	['/odd.qqq', 'no extension', 'application/octet-stream'],
	['/notes.log', undefined, 'text/plain'],
	['/rubbish', 'x.png', 'image/png'],
])('%s as %s has the type %s', async (path, name, type) => {
	const { binary } = await get(path, {}, { name });
	expect(binary.mimeType).toBe(type);
});

test('the signed URL is not kept with the file', async () => {
	const { binary } = await get('/big.pdf?Signature=SECRET');
	expect(JSON.stringify({ ...binary, data: '' })).not.toMatch(/SECRET|127\.0\.0\.1/);
});

describe('the limit', () => {
	const limitBytes = 1024 * 1024;

	test('a larger file is refused before it is read, by its announced length', async () => {
		await expect(get('/big.pdf?Signature=SECRET', { limitBytes, limitOption: 'Largest File' })).rejects.toMatchObject({
			code: 'fileSize',
			message: 'the file has 5.0 MB, and the limit is 1.0 MB; raise the option "Largest File" to download it',
		});
	});

	test.each(['/chunked', '/bomb'])('%s, whose length nobody tells, ends at the limit', async (path) => {
		await expect(get(path, { limitBytes })).rejects.toMatchObject({
			code: 'fileSize',
			message: expect.stringMatching(/^the file has more than 1\.0 MB, and the limit is 1\.0 MB;/),
		});
	});

	test('a file of just that size passes, and no second attempt follows on a refusal', async () => {
		const before = server.requests.length;
		expect(await get('/big.pdf', { limitBytes: big.length })).toMatchObject({ size: big.length });
		await expect(get('/big.pdf', { limitBytes: big.length - 1 })).rejects.toMatchObject({ code: 'fileSize' });
		expect(server.requests.length - before).toBe(2);
	});
});

test("triggers' and webhooks' contexts fit too", () => {
	const fits = async (context: ITriggerFunctions | IWebhookFunctions) => await download(context, { url: '' });
	expect(fits).toBeDefined();
});
