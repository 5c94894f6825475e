import { download, type DownloadOptions, type DownloadTarget } from '../../../nodes/runtime/download';
import { toNodeError } from '../../../nodes/runtime/nodeError';
import { useBinaryMode } from '../../support/binaryMode';
import { inNode } from '../../support/context';
import { fileServer, type FileServer } from '../../support/fileServer';

/** Nobody listens there. */
const NOBODY = 'http://127.0.0.1:9';
let times: Record<string, number> = {};

let server: FileServer;
let host: string;
beforeAll(async () => {
	server = await fileServer({
		'/file': (_, response) => response.end('content'),
		'/forbidden': (_, response) =>
			response
				.writeHead(403, { 'content-type': 'application/xml' })
				.end(
					'<?xml version="1.0"?><Error><Code>AccessDenied</Code><Message>Request has expired: SECRET.</Message>' +
						'<RequestId>5C3D</RequestId><StringToSign>GET SECRET</StringToSign></Error>',
				),
		'/json': (_, response) => response.writeHead(400).end('{"code":"paramError","message":"SECRET"}'),
		'/part': (_, response) => response.writeHead(206, { 'content-range': 'bytes 0-2/7' }).end('con'),
		'/too-large': (_, response) => response.writeHead(413).end(),
		'/page': (_, response) => response.writeHead(404).end('<html>SECRET</html>'),
		'/endless-error': (_, response) => {
			response.writeHead(500);
			const more = () => void response.write('x'.repeat(100_000), () => response.destroyed || more());
			more();
		},
		'/busy-once': (_, response) => {
			times.busy = (times.busy ?? 0) + 1;
			if (times.busy === 1) response.writeHead(503).end();
			else response.end('content');
		},
		'/cut-once': (_, response) => {
			times.cut = (times.cut ?? 0) + 1;
			response.setHeader('content-length', 7);
			response.write('con');
			if (times.cut === 1) response.destroy();
			else response.end('tent');
		},
		'/cut': (_, response) => {
			response.setHeader('content-length', 1000);
			response.write('con', () => response.destroy());
		},
		'/silent': (_, response) => void response.setHeader('content-length', 1000).write('con'),
		'/mute': () => undefined,
	});
	host = new URL(server.origin).host;
});
afterAll(async () => await server.close());
beforeEach(() => {
	times = {};
	server.requests.length = 0;
});

const run = async (paths: string[], options: DownloadOptions = {}, target: Partial<DownloadTarget> = {}) => {
	const [url = '', ...urls] = paths.map((path) =>
		path.startsWith('/') ? `${server.origin}${encodeURI(path)}?Signature=SECRET` : path,
	);
	return await inNode(
		async (context) =>
			await download(context, { url, urls, ...target }, { hosts: [server.origin, NOBODY], ...options }).catch(
				(error: Error & { code?: string; cause?: unknown }) => {
					const shown = toNodeError(context.getNode(), error);
					expect(
						`${error.stack} ${JSON.stringify(error)} ${String(error.cause)} ${JSON.stringify(shown)}`,
					).not.toContain('SECRET');
					expect(shown.message.includes('request id 5C3D')).toBe(error.code === 'AccessDenied');
					return { code: error.code, message: error.message, description: shown.description };
				},
			),
	);
};
const asked = () => server.requests.map(({ path }) => decodeURI(path.split('?')[0] ?? ''));

const EXPIRED = /^Addresses of files are valid for some minutes only\..*\n文件地址仅在几分钟内有效/s;

test.each([
	['/forbidden', 'AccessDenied', '403 AccessDenied: "Request has expired: ***."', EXPIRED],
	['/json', 'paramError', '400 paramError: "***"', EXPIRED],
	['/page', 'HTTP 404', '404', EXPIRED],
	['/endless-error', 'HTTP 500', '500', /^The transfer was tried twice\..*\n传输已尝试两次/s],
	['/part', 'HTTP 206', '206', /proxy/],
	['/too-large', 'HTTP 413', '413', /too large for a server or proxy/],
])('%s: host, status and the code of the storage are told, the signature never', async (path, code, words, hint) => {
	expect(await run([path])).toEqual({
		code,
		message: `the storage host ${host} answered HTTP ${words}`,
		description: expect.stringMatching(hint),
	});
});

test('nobody there: host and the code of the socket', async () => {
	expect(await run([`${NOBODY}/file?Signature=SECRET`])).toMatchObject({
		code: 'ECONNREFUSED',
		message: 'no connection to 127.0.0.1:9',
		description: expect.stringContaining('The transfer was tried twice'),
	});
});

test('a connection that breaks in the middle, twice', async () => {
	expect(await run(['/cut'])).toMatchObject({
		code: 'ECONNRESET',
		message: `the connection to ${host} broke during the transfer`,
	});
	expect(asked()).toEqual(['/cut', '/cut']);
});

test.each(['/silent', '/mute'])('%s: a server that says no more is given up', async (path) => {
	expect(await run([path], { stallMs: 300 })).toMatchObject({
		code: expect.stringMatching(/^(ETIMEDOUT|ECONNABORTED)$/),
		message: `${host} sent nothing for too long`,
	});
});

test.each(['/busy-once', '/cut-once'])('%s: the same URL is asked once more', async (path) => {
	expect(await run([path])).toMatchObject({ size: 7 });
	expect(asked()).toEqual([path, path]);
});

test('a refusal is not repeated', async () => {
	await run(['/forbidden']);
	expect(asked()).toEqual(['/forbidden']);
});

describe('other URLs of the file', () => {
	test.each(['/forbidden', '/cut', '/page', `${NOBODY}/x`, 'https://10.0.0.1/x', 'not a URL'])(
		'after %s the next one is asked',
		async (first) => {
			expect(await run([first, '/file'])).toMatchObject({ size: 7 });
			expect(asked().at(-1)).toBe('/file');
		},
	);

	test('only one of them, with the same headers; the first failure is told', async () => {
		expect(await run(['/forbidden', '/page', '/file'], {}, { headers: { authorization: 'signed' } })).toMatchObject({
			code: 'AccessDenied',
		});
		expect(server.requests.map(({ headers }) => headers.authorization)).toEqual(['signed', 'signed']);
		expect(asked()).toEqual(['/forbidden', '/page']);
	});
});

describe('cancelling', () => {
	test.each(['/silent', '/mute'])('%s ends at once, without another attempt', async (path) => {
		const stop = new AbortController();
		const running = run([path], { signal: stop.signal });
		while (server.requests.length === 0) await new Promise(setImmediate);
		stop.abort();
		expect(await running).toMatchObject({ code: 'cancelled', message: 'the execution was cancelled' });
		expect(asked()).toEqual([path]);
	});
});

test("what n8n's store cannot do is told in its own words, once", async () => {
	const store = await useBinaryMode('filesystem');
	store.close();
	const { writeFileSync } = await import('node:fs');
	// A file where the store wants its folder.
	writeFileSync(store.folder, '');
	try {
		await expect(run(['/file'])).resolves.toMatchObject({ code: expect.stringMatching(/^(ENOTDIR|EEXIST)$/) });
		expect(asked()).toEqual(['/file']);
	} finally {
		store.close();
		await useBinaryMode('default');
	}
});
