import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request to a file server, with what came as its body. */
export interface FileRequest {
	method: string;
	path: string;
	headers: IncomingMessage['headers'];
	rawHeaders: string[];
	body: Buffer;
}

export interface FileServer {
	/** `http://127.0.0.1:port` */
	origin: string;
	requests: FileRequest[];
	close: () => Promise<void>;
}

type Answer = (request: FileRequest, response: ServerResponse) => void;

/** A storage host on loopback: answers by path (without query), keeps what it was asked. */
export async function fileServer(answers: Record<string, Answer>): Promise<FileServer> {
	const requests: FileRequest[] = [];
	const server = createServer((incoming, response) => {
		const chunks: Buffer[] = [];
		incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
		incoming.on('error', () => undefined);
		incoming.on('end', () => {
			const request = {
				method: incoming.method ?? '',
				path: incoming.url ?? '',
				headers: incoming.headers,
				rawHeaders: incoming.rawHeaders,
				body: Buffer.concat(chunks),
			};
			requests.push(request);
			const answer = answers[request.path.split('?')[0] ?? ''];
			if (answer) answer(request, response);
			else response.writeHead(404).end();
		});
	});
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	return {
		origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		requests,
		close: async () =>
			await new Promise<void>((done) => {
				server.closeAllConnections();
				server.close(() => done());
			}),
	};
}
