import { randomBytes } from 'node:crypto';
import { Readable } from 'node:stream';
import type { FilePart } from '../../../nodes/protocol/request';
import { GivenUrls } from '../../../nodes/runtime/givenUrls';
import { putFile, type PutOptions } from '../../../nodes/runtime/putFile';
import { inNode } from '../../support/context';
import { fileServer, type FileServer } from '../../support/fileServer';

const content = randomBytes(3 * 1024 * 1024 + 1);
const SIGNED = { Authorization: 'OSS id:signature', 'x-oss-date': '20261127T000000Z' };
let times = 0;
let opened: Readable[] = [];

let server: FileServer;
beforeAll(async () => {
	server = await fileServer({
		'/put': (_, response) => response.end(),
		'/created': (_, response) => response.writeHead(201).end('ok'),
		'/redirect': (_, response) => response.writeHead(307, { location: '/put' }).end(),
		'/denied': (_, response) =>
			response
				.writeHead(403)
				.end('<Error><Code>SignatureDoesNotMatch</Code><SignatureProvided>SECRET</SignatureProvided></Error>'),
		'/busy-once': (_, response) => response.writeHead(++times === 1 ? 503 : 200).end(),
		'/cut-once': (_, response) => (++times === 1 ? response.destroy() : response.end()),
		'/cut': (_, response) => response.destroy(),
		'/busy': (_, response) => response.writeHead(500).end('<Error><Code>InternalError</Code></Error>'),
		'/mute': () => undefined,
	});
});
afterAll(async () => await server.close());
beforeEach(() => {
	times = 0;
	opened = [];
	server.requests.length = 0;
});

const part = (bytes: Buffer, streamed = true): FilePart => ({
	name: '报告.pdf',
	mimeType: 'application/pdf',
	size: bytes.length,
	open: async () => {
		if (!streamed) return await Promise.resolve(bytes);
		const pieces = Array.from({ length: Math.ceil(bytes.length / 65536) }, (_, i) =>
			bytes.subarray(i * 65536, (i + 1) * 65536),
		);
		const stream = Readable.from(pieces, { objectMode: false });
		opened.push(stream);
		return await Promise.resolve(stream);
	},
});

const put = async (
	path: string,
	file: FilePart = part(content),
	headers: Record<string, string> = SIGNED,
	options: PutOptions = {},
) =>
	await inNode(async (context) => {
		const url = path.startsWith('/') ? `${server.origin}${encodeURI(path)}?Signature=SECRET` : path;
		return await putFile(context, { url, headers }, file, { hosts: [server.origin], ...options }).then(
			() => 'put',
			(error: Error & { code?: string }) => {
				expect(`${error.stack} ${JSON.stringify(error)} ${String(error.cause)}`).not.toContain('SECRET');
				return { code: error.code, message: error.message };
			},
		);
	});
const host = () => new URL(server.origin).host;

/** Names of the headers that came, without those that any HTTP client sends. */
const sent = () => {
	const names = Object.keys(server.requests[0]?.headers ?? {});
	return names
		.filter((name) => !['host', 'connection', 'accept', 'accept-encoding', 'user-agent'].includes(name))
		.sort();
};

describe.each([
	['streamed', true],
	['in memory', false],
])('a file %s', (_, streamed) => {
	test('arrives byte by byte, with just the signed headers and its length', async () => {
		expect(await put('/put', part(content, streamed))).toBe('put');
		const [request] = server.requests;
		expect(request?.method).toBe('PUT');
		expect(request?.path).toBe('/put?Signature=SECRET');
		expect(request?.body.equals(content)).toBe(true);
		expect(request?.headers).toMatchObject({
			authorization: SIGNED.Authorization,
			'x-oss-date': SIGNED['x-oss-date'],
			'content-length': String(content.length),
		});
		expect(sent()).toEqual(['authorization', 'content-length', 'x-oss-date']);
	});

	test('keeps a signed Content-Type as it is, also an empty one', async () => {
		expect(
			await put('/created', part(content, streamed), { 'content-type': 'application/x-www-form-urlencoded' }),
		).toBe('put');
		expect(server.requests[0]?.headers['content-type']).toBe('application/x-www-form-urlencoded');
		expect(server.requests[0]?.body.equals(content)).toBe(true);
		server.requests.length = 0;
		expect(await put('/put', part(content, streamed), { 'Content-Type': '' })).toBe('put');
		expect(server.requests[0]?.headers['content-type'] ?? '').toBe('');
	});

	test('may be empty', async () => {
		expect(await put('/put', part(Buffer.alloc(0), streamed))).toBe('put');
		expect(server.requests[0]?.headers['content-length']).toBe('0');
		expect(server.requests[0]?.headers).not.toHaveProperty('transfer-encoding');
		expect(server.requests[0]?.headers).not.toHaveProperty('content-type');
	});
});

test.each([
	['/denied', 'SignatureDoesNotMatch', '403 SignatureDoesNotMatch', 1],
	['/redirect', 'HTTP 307', '307', 1],
	['/busy', 'InternalError', '500 InternalError', 2],
])('%s: host, status and the code of the storage are told', async (path, code, words, requests) => {
	expect(await put(path)).toEqual({ code, message: `the storage host ${host()} answered HTTP ${words}` });
	expect(server.requests.length).toBe(requests);
});

test.each(['/busy-once', '/cut-once'])('%s: the file is put once more, from a fresh stream', async (path) => {
	expect(await put(path)).toBe('put');
	expect(server.requests.map(({ body }) => body.equals(content))).toEqual([true, true]);
	expect(opened.length).toBe(2);
	expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});

test('a connection that breaks each time', async () => {
	expect(await put('/cut')).toEqual({
		code: 'ECONNRESET',
		message: `the connection to ${host()} broke during the transfer`,
	});
	expect(opened.map(({ destroyed }) => destroyed)).toEqual([true, true]);
});

test('a server that does not answer', async () => {
	expect(await put('/mute', part(Buffer.from('x')), SIGNED, { stallMs: 300 })).toMatchObject({
		message: `${host()} sent nothing for too long`,
	});
});

test('cancelling ends it at once', async () => {
	const stop = new AbortController();
	const running = put('/mute', part(content), SIGNED, { signal: stop.signal });
	while (server.requests.length === 0) await new Promise(setImmediate);
	stop.abort();
	expect(await running).toMatchObject({ code: 'cancelled' });
	expect(server.requests.length).toBe(1);
});

test.each(['http://127.0.0.1:9/put', 'https://10.0.0.1/put', 'https://metadata.google.internal/put', 'put'])(
	'%s is refused before the file is opened',
	async (url) => {
		expect(await put(url)).toMatchObject({ code: 'fileAddress' });
		expect(opened).toEqual([]);
	},
);

test('URLs that answers gave are known, others are not', () => {
	const given = new GivenUrls();
	given.note({ headerSignatureInfo: { resourceUrls: ['https://a/1?s=1', 'https://b/1'], headers: { a: 'b' } } });
	given.note([{ result: { uploadUrl: 'HTTPS://c/2' } }, null, 7, 'https://d']);
	for (const url of ['https://a/1?s=1', 'https://b/1', 'HTTPS://c/2', 'https://d']) expect(given.has(url)).toBe(true);
	for (const url of ['https://a/1', 'https://e', 'b', '']) expect(given.has(url)).toBe(false);
});
