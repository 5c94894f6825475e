import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One request as it came over the wire. */
export interface Received {
	method: string;
	/** Undecoded, without the query. */
	path: string;
	rawQuery: string;
	headers: IncomingHttpHeaders;
	body: string;
}

export interface Loopback {
	port: number;
	/** The requests by the value of their header `x-case`. */
	received: Map<string, Received>;
	close: () => Promise<void>;
}

/** A server on 127.0.0.1 that keeps what it receives and answers `{}`. */
export async function listen(): Promise<Loopback> {
	const received = new Map<string, Received>();
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const [path = '', rawQuery = ''] = (request.url ?? '').split(/\?(.*)/s);
			received.set(String(request.headers['x-case']), {
				method: request.method ?? '',
				path,
				rawQuery,
				headers: request.headers,
				body: Buffer.concat(chunks).toString(),
			});
			response.setHeader('content-type', 'application/json');
			response.end('{}');
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const close = async () =>
		await new Promise<void>((done) => {
			server.closeAllConnections();
			server.close(() => done());
		});
	return { port: (server.address() as AddressInfo).port, received, close };
}
