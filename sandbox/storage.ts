import { createHash, randomBytes } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { createServer } from 'node:http';

import type { LogEntry } from './log';
import { MISDIRECTED, isLoopback } from './loopback';

/** What every HTTP client adds by itself; any other header must be one of the signed ones. */
const TRANSPORT = [
	'host',
	'connection',
	'content-length',
	'transfer-encoding',
	'user-agent',
	'accept',
	'accept-encoding',
	'accept-language',
	'sec-fetch-mode',
	'keep-alive',
	'expect',
	'cache-control',
];
/** https://open.dingtalk.com/document/development/obtain-file-upload-informations (example) */
const SIGNED_FOR = 900;

interface Ticket {
	method: 'GET' | 'PUT';
	headers: Record<string, string>;
	/** Epoch milliseconds. */
	expires: number;
	/** GET: the bytes; undefined: gone. */
	read?: () => Buffer | undefined;
	name?: string;
	/** PUT: takes the bytes. */
	write?: (data: Buffer) => void;
}

export interface Signed {
	resourceUrls: string[];
	headers: Record<string, string>;
	expirationSeconds: number;
}

const error = (code: string, message: string) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<Error>\n  <Code>${code}</Code>\n  <Message>${message}</Message>\n</Error>\n`;

const bytesOf = async (request: IncomingMessage): Promise<Buffer> => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
};

/**
 * The object storage that files really go to: a host of its own, on which a request is worth what its signature says.
 * It wants the signed headers as they are, no others, and above all no access token of DingTalk.
 */
export class Storage {
	/** Base URL, known once it listens. */
	url = '';
	readonly server: Server;
	private readonly tickets = new Map<string, Ticket>();

	constructor(
		private readonly now: () => number,
		private readonly log: (entry: LogEntry) => LogEntry,
	) {
		this.server = createServer((request, response) => void this.serve(request, response));
	}

	/** An address to put a file to, with the headers that its signature covers. */
	signPut(write: Ticket['write']): Signed {
		return this.sign({ method: 'PUT', write }, '');
	}

	/** An address to get a file from, with the headers that its signature covers. */
	signGet(name: string, read: Ticket['read']): Signed {
		return this.sign({ method: 'GET', read, name }, `/${encodeURIComponent(name)}`);
	}

	/** An address that is signed in its query and needs no headers. `type`: a put must have just this Content-Type. */
	signLink(ticket: Pick<Ticket, 'read' | 'write' | 'name'>, type?: string): string {
		const key = randomBytes(12).toString('hex');
		const expires = this.now() + SIGNED_FOR * 1000;
		const method = ticket.write ? 'PUT' : 'GET';
		this.tickets.set(key, { ...ticket, method, headers: type ? { 'content-type': type } : {}, expires });
		return `${this.url}/${key}?Expires=${Math.floor(expires / 1000)}&Signature=${randomBytes(8).toString('hex')}`;
	}

	close(): Promise<void> {
		this.server.closeAllConnections();
		return new Promise((resolve) => this.server.close(() => resolve()));
	}

	private sign(ticket: Pick<Ticket, 'method' | 'read' | 'write' | 'name'>, tail: string): Signed {
		const key = randomBytes(12).toString('hex');
		const headers = {
			Authorization: `OSS sandbox:${createHash('sha1').update(key).digest('base64')}`,
			'x-oss-date': new Date(this.now()).toUTCString(),
		};
		this.tickets.set(key, { ...ticket, headers, expires: this.now() + SIGNED_FOR * 1000 });
		return { resourceUrls: [`${this.url}/${key}${tail}`], headers, expirationSeconds: SIGNED_FOR };
	}

	/** What is wrong with a request; `bug`: its sender did what no signature could allow. */
	private judge(
		request: IncomingMessage,
		ticket: Ticket | undefined,
	): { code: string; why: string; bug: boolean } | undefined {
		const { headers, method = '', url = '' } = request;
		if (headers['x-acs-dingtalk-access-token'] !== undefined || /[?&]access_token=/.test(url))
			return { code: 'InvalidArgument', why: 'an access token of DingTalk went to the storage host', bug: true };
		if (!ticket) return { code: 'NoSuchKey', why: 'The specified key does not exist.', bug: false };
		if (ticket.method !== method)
			return { code: 'MethodNotAllowed', why: `${ticket.method} was signed, not ${method}`, bug: true };
		const signed = Object.entries(ticket.headers).map(([name, value]) => [name.toLowerCase(), value]);
		const changed = signed.find(([name, value]) => headers[name] !== value);
		if (changed) return { code: 'SignatureDoesNotMatch', why: `header ${changed[0]} is not as signed`, bug: true };
		const foreign = Object.entries(headers).find(
			// An empty Content-Type is none.
			([name, value]) => value !== '' && !TRANSPORT.includes(name) && !signed.some(([one]) => one === name),
		);
		if (foreign) return { code: 'SignatureDoesNotMatch', why: `header ${foreign[0]} was not signed`, bug: true };
		if (ticket.expires < this.now()) return { code: 'AccessDenied', why: 'Request has expired.', bug: false };
		return undefined;
	}

	private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = '', url = '', headers } = request;
		if (!isLoopback(headers.host)) return void response.writeHead(421).end(MISDIRECTED);
		const [path, rawQuery = ''] = url.split('?', 2);
		const ticket = this.tickets.get(path.split('/')[1] ?? '');
		const entry = this.log({
			at: this.now(),
			host: 'storage',
			method,
			path,
			query: Object.fromEntries(new URLSearchParams(rawQuery)),
			rawQuery,
			headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])),
			body: undefined,
			status: 0,
			answer: undefined,
			took: 0,
		});
		const refuse = (status: number, code: string, why: string): void => {
			entry.status = status;
			response.writeHead(status, { 'content-type': 'application/xml' }).end(error(code, why));
		};
		try {
			const data = await bytesOf(request);
			const flaw = this.judge(request, ticket);
			if (flaw?.bug) entry.problem = flaw.why;
			if (flaw) return refuse(flaw.code === 'NoSuchKey' ? 404 : 403, flaw.code, flaw.why);
			if (ticket?.write) {
				ticket.write(data);
				entry.status = 200;
				response.writeHead(200, { etag: `"${createHash('md5').update(data).digest('hex').toUpperCase()}"` }).end();
				return;
			}
			const found = ticket?.read?.();
			if (!found) return refuse(404, 'NoSuchKey', 'The specified key does not exist.');
			entry.status = 200;
			response.writeHead(200, {
				'content-type': 'application/octet-stream',
				'content-length': found.length,
				'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(ticket?.name ?? 'file')}`,
			});
			response.end(found);
		} catch {
			// The sender broke off.
			response.destroy();
		}
	}
}
