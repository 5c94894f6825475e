/** Bodies of answers as a host may send them: in other charsets, without an end, drop by drop. */
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { ANSWER_LIMIT, readBody } from '../../../nodes/runtime/answerBody';
import { connectionOf } from '../../../nodes/runtime/incoming';
import { execute } from '../../support/engine';
import { fileServer, type FileServer } from '../../support/fileServer';
import { getUser, nodeOf } from '../../support/node';

let server: FileServer | undefined;
afterEach(async () => await server?.close());

const USER = '/topapi/v2/user/get';

/** Runs a read of the legacy API against a host that answers so. */
async function run(answer: (response: ServerResponse) => void, path = USER) {
	server = await fileServer({
		'/v1.0/oauth2/accessToken': (_, response) => response.end('{"accessToken":"t","expireIn":7200}'),
		[path]: (_, response) => answer(response),
	});
	return await execute({
		nodeType: nodeOf([getUser]),
		parameters: { resource: 'thing', operation: 'getUser', userId: 'u', options: { callsPerSecond: 0 } },
		credentials: {
			dingTalkApi: {
				clientId: 'c',
				clientSecret: 'the-secret',
				accessToken: '',
				expiresAt: '',
				apiHost: server.origin,
				legacyHost: server.origin,
			},
		},
	}).then(
		([item]) => ({ json: item?.json, message: '', description: '' }),
		({ message, description }: Error & { description: string }) => ({ json: undefined, message, description }),
	);
}
const calls = () => (server?.requests ?? []).filter(({ path }) => path.startsWith(USER)).length;

const ANSWER = '{"errcode":0,"result":{"name":"张三"}}';
const GBK = Buffer.from(ANSWER.replace('张三', '\xd5\xc5\xc8\xfd'), 'latin1');
const BIG5 = Buffer.from(ANSWER.replace('张三', '\xb1i\xa4T'), 'latin1');
const UTF16 = Buffer.from(ANSWER, 'utf16le');

test.each<[string, Buffer, string]>([
	['application/json', Buffer.from(ANSWER), '张三'],
	['application/json;charset=utf-8', Buffer.from(`\ufeff${ANSWER}`), '张三'],
	['application/json;charset=GBK', GBK, '张三'],
	['text/plain; charset="gb2312"', GBK, '张三'],
	['application/json; Charset=GB18030', GBK, '张三'],
	['application/json;charset=big5', BIG5, '張三'],
	['application/json;charset=utf-16le', UTF16, '张三'],
	['application/json;charset=UTF-16', Buffer.from(`\ufeff${ANSWER}`, 'utf16le'), '张三'],
	['application/json', Buffer.from(`\ufeff${ANSWER}`, 'utf16le').swap16(), '张三'],
	// Servers name the charset of their framework, and send UTF-8.
	['text/html;charset=ISO-8859-1', Buffer.from(ANSWER), '张三'],
	['application/json;charset=ISO-8859-1', Buffer.from(ANSWER.replace('张三', 'Zo\xeb'), 'latin1'), 'Zoë'],
	['application/json;charset=no-such', Buffer.from(ANSWER), '张三'],
])('%s', async (type, bytes, name) => {
	const { json } = await run((response) => void response.writeHead(200, { 'content-type': type }).end(bytes));
	expect(json).toEqual({ name });
});

test("a refusal in GBK keeps DingTalk's words", async () => {
	const words = Buffer.from('{"errcode":60121,"errmsg":"\xd5\xd2\xb2\xbb\xb5\xbd\xb8\xc3\xd3\xc3\xbb\xa7"}', 'latin1');
	const type = { 'content-type': 'application/json;charset=gbk' };
	const { message } = await run((response) => void response.writeHead(200, type).end(words));
	expect(message).toContain('找不到该用户');
});

test('an answer that never ends is left at its limit, once', async () => {
	const piece = Buffer.alloc(4 * 1024 * 1024, ' ');
	let sent = 0;
	const { message, description } = await run((response) => {
		const more = (): void => {
			sent += piece.length;
			if (!response.destroyed) response.write(piece, more);
		};
		more();
	});
	expect(message).toMatch(/sent more than 50\.0 MB as one answer.*code answerSize/);
	expect(description).toMatch(/smaller pages.*每页/s);
	expect(sent).toBeLessThan(1.5 * ANSWER_LIMIT);
	expect(calls()).toBe(1);
});

describe('time', () => {
	const read = async (answer: (response: ServerResponse) => void, stallMs: number, wholeMs: number) => {
		const started = await fileServer({ '/a': (_, response) => answer(response) });
		server = started;
		const body = await new Promise<IncomingMessage>((resolve) => get(`${started.origin}/a`, resolve));
		const connection = { ...connectionOf(), stop: () => body.destroy() };
		return await readBody({ body, connection }, undefined, 'h', { stallMs, wholeMs }).catch(
			({ message }: Error) => message,
		);
	};
	const drip = (response: ServerResponse) => {
		const timer = setInterval(() => response.write(' '), 5);
		response.on('close', () => clearInterval(timer)).write(' ');
	};

	test('one that drips is left when its time is over, although it is never silent', async () => {
		expect(await read(drip, 60_000, 200)).toBe('h did not answer in time');
	});

	test('one that falls silent is left', async () => {
		expect(await read((response) => void response.write('{'), 200, 60_000)).toBe('h did not answer in time');
	});

	test('one that breaks off is no text', async () => {
		expect(await read((response) => void response.write('{', () => response.destroy()), 60_000, 60_000)).toBe(
			'aborted',
		);
	});
});
