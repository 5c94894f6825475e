import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import type { FilePart } from '../../../nodes/protocol/request';
import { multipart } from '../../../nodes/runtime/multipart';

const file = (content: Buffer, extra: Partial<FilePart> = {}): FilePart => ({
	name: 'a.bin',
	mimeType: 'application/octet-stream',
	size: content.length,
	source: 'test',
	open: async () => await Promise.resolve(content),
	...extra,
});

/** The body as the platform's own multipart reader sees it. */
async function parsed(form: Record<string, string | FilePart>) {
	const { headers, body } = await multipart(form);
	const bytes = Buffer.isBuffer(body) ? body : await buffer(body as Readable);
	expect(headers['Content-Length']).toBe(String(bytes.length));
	return await new Response(new Uint8Array(bytes), {
		headers: { 'Content-Type': headers['Content-Type'] ?? '' },
	}).formData();
}

const binary = Buffer.from(Array.from({ length: 5000 }, (_, index) => (index * 31) % 256));

test('texts and a file from memory', async () => {
	const form = await parsed({ type: 'image', media: file(binary, { name: 'p.png', mimeType: 'image/png' }) });
	expect(form.get('type')).toBe('image');
	const media = form.get('media') as File;
	expect([media.name, media.type]).toEqual(['p.png', 'image/png']);
	expect(Buffer.from(await media.arrayBuffer()).equals(binary)).toBe(true);
});

test.each([
	['Chinese', '周报 第1周.pdf', '周报 第1周.pdf'],
	['quotes', 'a"b.txt', 'a"b.txt'],
	['line breaks, which would end the header', 'a\r\nX-Evil: 1\r\n\r\nb.txt', 'a X-Evil: 1 b.txt'],
])('a file name with %s', async (_, name, expected) => {
	expect(((await parsed({ media: file(binary, { name }) })).get('media') as File).name).toBe(expected);
});

test('a MIME type does not end the header either', async () => {
	const { body } = await multipart({ media: file(binary, { mimeType: 'text/plain\r\nX-Evil: 1' }) });
	expect((body as Buffer).toString('latin1')).not.toContain('\nX-Evil');
});

test('no boundary of one body ends another', async () => {
	const [one, two] = [await multipart({ a: 'x' }), await multipart({ a: 'x' })];
	expect(one.headers['Content-Type']).not.toBe(two.headers['Content-Type']);
});

describe('a file that n8n keeps elsewhere', () => {
	const folder = mkdtempSync(join(tmpdir(), 'multipart-'));
	const path = join(folder, 'big.bin');
	writeFileSync(path, Buffer.alloc(3_000_000, binary));
	afterAll(() => rmSync(folder, { recursive: true }));

	test.each([
		['a file stream', async () => await Promise.resolve(createReadStream(path))],
		[
			'another stream',
			async () =>
				await Promise.resolve(
					Readable.from([
						Buffer.alloc(1_000_000, binary),
						Buffer.alloc(2_000_000, Buffer.concat([binary.subarray(1_000_000 % 5000), binary])),
					]),
				),
		],
	])('%s goes through without being read first', async (_, open) => {
		const { body } = await multipart({ type: 'file', media: file(Buffer.alloc(0), { size: 3_000_000, open }) });
		expect(body).toBeInstanceOf(Readable);
		expect((body as Readable).readableLength).toBe(0);
		const media = (await parsed({ type: 'file', media: file(Buffer.alloc(0), { size: 3_000_000, open }) })).get(
			'media',
		) as File;
		expect(Buffer.from(await media.arrayBuffer()).equals(Buffer.alloc(3_000_000, binary))).toBe(true);
	});

	test.each(['before it was read', 'in the middle'])('is let go %s', async (when) => {
		const stream = createReadStream(path);
		const open = async () => await Promise.resolve(stream);
		const { body, close } = await multipart({ media: file(Buffer.alloc(0), { size: 3_000_000, open }) });
		if (when === 'in the middle') await (body as Readable)[Symbol.asyncIterator]().next();
		close();
		await new Promise<void>((gone) => stream.once('close', () => gone()));
		expect(stream.closed).toBe(true);
	});

	test('each attempt opens it anew', async () => {
		let opened = 0;
		const again = file(Buffer.alloc(0), {
			size: 1,
			open: async () => await Promise.resolve(Readable.from([Buffer.alloc(1, String(++opened))])),
		});
		await parsed({ media: again });
		await parsed({ media: again });
		expect(opened).toBe(2);
	});
});
