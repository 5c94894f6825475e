import dns from 'node:dns';
import { download, type DownloadTarget } from '../../../nodes/runtime/download';
import { inNode } from '../../support/context';
import { fileServer, type FileServer } from '../../support/fileServer';

const redirect = (location: () => string, status = 302) => ({
	answer: (_: unknown, response: import('node:http').ServerResponse) =>
		void response.writeHead(status, { location: location() }).end('moved'),
});

let ours: FileServer;
let other: FileServer;
beforeAll(async () => {
	other = await fileServer({
		'/file': (_, response) => response.end('content of the other'),
		'/back': redirect(() => `${ours.origin}/file`).answer,
	});
	ours = await fileServer({
		'/file': (_, response) => response.end('content'),
		'/%E6%8A%A5%E5%91%8A': (_, response) => response.end('content'),
		'/relative': redirect(() => 'file', 301).answer,
		'/temporary': redirect(() => '/file', 307).answer,
		'/chinese': redirect(() => Buffer.from('/报告').toString('latin1'), 308).answer,
		'/other': redirect(() => `${other.origin}/file`).answer,
		'/round': redirect(() => `${other.origin}/back`).answer,
		'/loop': redirect(() => '/loop').answer,
		'/metadata': redirect(() => 'https://169.254.169.254/latest/meta-data/').answer,
		'/plain': redirect(() => 'http://oss.example.org:8080/x').answer,
		'/javascript': redirect(() => 'javascript:alert(1)').answer,
		'/broken': redirect(() => 'https://[oops').answer,
		'/nowhere': (_, response) => response.writeHead(302).end(),
		'/1': redirect(() => '/2').answer,
		'/2': redirect(() => '/3').answer,
		'/3': redirect(() => '/4').answer,
		'/4': redirect(() => '/5').answer,
		'/5': redirect(() => '/file').answer,
		'/0': redirect(() => '/1').answer,
	});
});
afterAll(async () => {
	await ours.close();
	await other.close();
});
beforeEach(() => {
	ours.requests.length = 0;
	other.requests.length = 0;
});

const headers = { Authorization: 'signed', 'x-oss-date': '20261127' };

const get = async (path: string, hosts = [ours.origin, other.origin], target: Partial<DownloadTarget> = {}) =>
	await inNode(
		async (context) =>
			await download(context, { url: `${ours.origin}${path}?Signature=SECRET`, headers, ...target }, { hosts }),
	);

const failureOf = async (work: Promise<unknown>) =>
	await work.then(
		() => undefined,
		(error: Error & { code?: string }) => ({ code: error.code, message: error.message }),
	);

test.each(['/relative', '/temporary', '/chinese', '/1'])(
	'%s is followed, and the signed headers stay',
	async (path) => {
		expect(await get(path)).toMatchObject({ size: 'content'.length });
		expect(ours.requests.map((one) => one.headers.authorization)).toEqual(ours.requests.map(() => 'signed'));
		expect(ours.requests.length).toBeGreaterThan(1);
	},
);

test('the sixth redirect is one too many', async () => {
	expect(await failureOf(get('/0'))).toEqual({
		code: 'fileAddress',
		message: 'the address of the file redirected more than 5 times',
	});
});

test('a loop ends', async () => {
	expect(await failureOf(get('/loop'))).toMatchObject({ code: 'fileAddress' });
});

test('signed headers go to no other host, nor back from there', async () => {
	expect(await get('/other')).toMatchObject({ size: 'content of the other'.length });
	expect(ours.requests[0]?.headers).toMatchObject({ authorization: 'signed', 'x-oss-date': '20261127' });
	expect(other.requests[0]?.headers).not.toHaveProperty('authorization');
	expect(other.requests[0]?.headers).not.toHaveProperty('x-oss-date');

	ours.requests.length = 0;
	expect(await get('/round')).toMatchObject({ size: 'content'.length });
	expect(ours.requests.map(({ path, headers: sent }) => [path.split('?')[0], sent.authorization])).toEqual([
		['/round', 'signed'],
		['/file', undefined],
	]);
});

test.each([
	['/metadata', '169.254.169.254', 'is not on the public internet'],
	['/plain', 'oss.example.org:8080', 'is not https'],
	['/javascript', '', 'is not https'],
	['/broken', 'an address that is no URL', 'is not a URL'],
])('a redirect to %s is not followed', async (path, host, why) => {
	expect(await failureOf(get(path))).toEqual({
		code: 'fileAddress',
		message: `the address of the file (${host}) ${why}, so no request was made`,
	});
});

test('a redirect that does not say where is an answer without a file', async () => {
	expect(await failureOf(get('/nowhere'))).toMatchObject({ code: 'HTTP 302' });
});

test('another server on the same machine is not our own', async () => {
	expect(await failureOf(get('/other', [ours.origin]))).toMatchObject({ code: 'fileAddress' });
	expect(other.requests).toEqual([]);
});

test('an internal address is refused without a request', async () => {
	expect(await failureOf(get('/file', []))).toEqual({
		code: 'fileAddress',
		message: `the address of the file (${new URL(ours.origin).host}) is not https, so no request was made`,
	});
	expect(ours.requests).toEqual([]);
});

describe('names', () => {
	/** The system's resolver, which n8n lends: what it answers each time it is asked, then nothing. */
	const resolve = (...answers: string[][]) =>
		jest.spyOn(dns, 'lookup').mockImplementation(((
			_name: string,
			_: unknown,
			done: (error: Error | null, found?: unknown) => void,
		) => {
			const found = answers.shift()?.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
			if (found) done(null, found);
			else done(Object.assign(new Error('no such name'), { code: 'ENOTFOUND' }));
		}) as typeof dns.lookup);
	afterEach(() => jest.restoreAllMocks());

	test.each([['127.0.0.1'], ['100.100.100.200'], ['169.254.169.254'], ['::1'], ['10.0.0.8']])(
		'one that leads to %s is refused, also beside a public address',
		async (address) => {
			resolve(['8.8.8.8', address]);
			expect(await failureOf(get('', undefined, { url: 'https://oss.example.org/x?Signature=SECRET' }))).toEqual({
				code: 'fileAddress',
				message:
					'the address of the file (oss.example.org) has a name that leads into a private network, so no request was made',
			});
		},
	);

	test('one that is not known here is left to the request', async () => {
		resolve();
		expect(await failureOf(get('', undefined, { url: 'https://oss.example.org/x?Signature=SECRET' }))).toEqual({
			code: 'ENOTFOUND',
			message: 'no connection to oss.example.org',
		});
	});

	test('one that a local proxy stands for is asked', async () => {
		resolve(['198.18.0.7']);
		expect(await failureOf(get('', undefined, { url: 'https://oss.example.org/x' }))).toMatchObject({
			code: 'ENOTFOUND',
		});
	});

	test('that of an own host is not looked up', async () => {
		const own = ours.origin.replace('127.0.0.1', 'localhost');
		const lookup = jest.spyOn(dns, 'lookup');
		expect(await get('', [own], { url: `${own}/file` })).toMatchObject({ size: 'content'.length });
		expect(lookup.mock.calls.filter(([, options]) => JSON.stringify(options) === '{"all":true}')).toEqual([]);
	});
});
