import multipart from '@fastify/multipart';
import Fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import type { Host } from '../nodes/catalog/types';
import type { LogEntry } from './log';
import { MISDIRECTED, isLoopback } from './loopback';
import type { UploadedFile } from './world';

/** A request, read but not judged. */
export interface Incoming {
	host: Host;
	method: string;
	path: string;
	query: Record<string, string>;
	rawQuery: string;
	headers: Record<string, string>;
	/** JSON value, form fields, raw bytes; undefined: no body. */
	body: unknown;
	form: boolean;
	files: UploadedFile[];
	/** The body claims to be JSON and is not. */
	broken?: true;
}

export type Outcome = { status: number; answer: unknown; html?: true; xml?: true } | 'reset';

const parts = async (request: FastifyRequest): Promise<Pick<Incoming, 'body' | 'form' | 'files'>> => {
	const body: Record<string, unknown> = {};
	const files: UploadedFile[] = [];
	for await (const part of request.parts({ limits: { fileSize: 64 * 1024 * 1024 } })) {
		if (part.type === 'field') body[part.fieldname] = part.value;
		else
			files.push({
				field: part.fieldname,
				filename: part.filename,
				mimetype: part.mimetype,
				data: await part.toBuffer(),
			});
	}
	return { body, form: true, files };
};

const json = (text: string): Pick<Incoming, 'body' | 'broken'> => {
	try {
		return { body: JSON.parse(text) as unknown };
	} catch {
		return { body: text, broken: true };
	}
};

const read = async (request: FastifyRequest, host: Host): Promise<Incoming> => {
	const [path, rawQuery = ''] = request.url.split('?', 2);
	const headers = Object.fromEntries(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
	const base = {
		host,
		method: request.method,
		path,
		rawQuery,
		query: Object.fromEntries(new URLSearchParams(rawQuery)),
		headers,
	};
	if (request.isMultipart()) return { ...base, ...(await parts(request)) };
	const bytes = Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
	const type = headers['content-type'] ?? '';
	const none = { ...base, form: false, files: [] };
	if (bytes.length === 0) return { ...none, body: undefined };
	if (type.includes('x-www-form-urlencoded'))
		return { ...none, form: true, body: Object.fromEntries(new URLSearchParams(bytes.toString())) };
	if (type.includes('json')) return { ...none, ...json(bytes.toString()) };
	return { ...none, body: bytes.toString() };
};

const send = (reply: FastifyReply, outcome: Outcome): FastifyReply => {
	if (outcome === 'reset') {
		reply.raw.socket?.destroy();
		return reply.hijack();
	}
	const { status, answer, html, xml } = outcome;
	const type = html ? 'text/html; charset=utf-8' : xml ? 'text/xml; charset=utf-8' : 'application/json; charset=utf-8';
	return reply
		.code(status)
		.header('content-type', type)
		.send(html || xml ? String(answer) : JSON.stringify(answer));
};

/** One of the two hosts: reads every request, lets `handle` answer it, and logs both. */
export const createHost = async (
	host: Host,
	handle: (incoming: Incoming, entry: LogEntry) => Promise<Outcome>,
	log: (entry: LogEntry) => LogEntry,
	now: () => number,
	/** Adds what is not DingTalk's: the page. */
	extend: (app: FastifyInstance) => void = () => undefined,
): Promise<FastifyInstance> => {
	const app = Fastify({ bodyLimit: 80 * 1024 * 1024, forceCloseConnections: true });
	await app.register(multipart);
	app.removeContentTypeParser(['application/json', 'text/plain']);
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
	app.addHook('onRequest', async (request, reply) => {
		if (!isLoopback(request.headers.host)) await reply.code(421).send({ error: MISDIRECTED });
	});
	extend(app);
	app.all('/*', async (request, reply) => {
		const incoming = await read(request, host);
		const { method, path, query, rawQuery, headers, body } = incoming;
		const at = now();
		const entry = log({
			at,
			host,
			method,
			path,
			query,
			rawQuery,
			headers,
			body,
			status: 0,
			answer: undefined,
			took: 0,
		});
		const outcome = await handle(incoming, entry);
		entry.took = now() - at;
		if (outcome !== 'reset') Object.assign(entry, { status: outcome.status, answer: outcome.answer });
		return send(reply, outcome);
	});
	return app;
};
