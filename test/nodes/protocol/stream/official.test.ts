import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DWClient } from 'dingtalk-stream';
import { WebSocket as PlatformSocket } from 'undici';
import { type WebSocket, WebSocketServer } from 'ws';

import type { Delivery } from '../../../../nodes/protocol/stream/connection';
import { callbackAnswer, eventAnswer } from '../../../../nodes/protocol/stream/frames';
import { startSession } from '../../../../nodes/protocol/stream/session';
import { event, frame, ping } from './simulation';

/*
 * The official client and ours side by side, on real sockets: the same frames go to both, and what
 * comes back must be the same.
 */
const ROBOT = '/v1.0/im/bot/messages/get';

async function listen() {
	const sockets = new WebSocketServer({ noServer: true });
	const opens: Array<{ body: Record<string, unknown>; accept?: string }> = [];
	const server = createServer(async (request, response) => {
		const chunks: Buffer[] = [];
		for await (const chunk of request) chunks.push(chunk as Buffer);
		opens.push({ body: JSON.parse(Buffer.concat(chunks).toString()), accept: request.headers.accept });
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ endpoint: `ws://127.0.0.1:${port}/connect`, ticket: 'a+b' }));
	});
	server.on('upgrade', (request, socket, head) => {
		sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const close = async () => {
		for (const client of sockets.clients) client.terminate();
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	return { sockets, server, opens, url: `http://127.0.0.1:${port}`, port, close };
}

const clock = {
	now: () => Date.now(),
	after: (delay: number, run: () => void) => {
		const timer = setTimeout(run, delay);
		return () => clearTimeout(timer);
	},
};

/** Sends frames and collects as many answers. */
async function converse(client: WebSocket, frames: object[]): Promise<unknown[]> {
	const answers: unknown[] = [];
	const all = new Promise<void>((resolve) => {
		client.on('message', (text) => {
			answers.push(JSON.parse(String(text)));
			if (answers.length === frames.length) resolve();
		});
	});
	for (const each of frames) client.send(JSON.stringify(each));
	await all;
	return answers;
}

const frames = [ping(), event('e1'), frame('CALLBACK', ROBOT, { msgId: 'm', text: { content: '你好' } })];

test('both answer the same frames alike, and ask the gateway for the same', async () => {
	const gateway = await listen();

	const arrived = once(gateway.sockets, 'connection') as Promise<[WebSocket]>;
	const deliveries: Delivery[] = [];
	const session = startSession(
		{
			clock,
			random: Math.random,
			dial: (url) => new PlatformSocket(url),
			post: async (url, body, signal) => {
				const headers = { 'content-type': 'application/json', accept: 'application/json' };
				const response = await fetch(url, { method: 'POST', body: JSON.stringify(body), headers, signal });
				return { status: response.status, body: await response.json() };
			},
		},
		{ host: gateway.url, clientId: 'id', clientSecret: 'secret' },
		() => [
			{ type: 'EVENT', topic: '*' },
			{ type: 'CALLBACK', topic: ROBOT },
		],
		{
			delivery: (delivery) => {
				deliveries.push(delivery);
				const isEvent = delivery.frame.type === 'EVENT';
				delivery.ack(isEvent ? eventAnswer('SUCCESS') : callbackAnswer({ text: 'hi' }));
			},
			state: () => {},
			unread: () => {},
		},
	);
	await session.started;
	const [ours] = await arrived;
	const ourAnswers = await converse(ours, frames);
	expect(deliveries.map(({ frame }) => frame.data)).toEqual(frames.slice(1).map(({ data }) => JSON.parse(data)));
	await session.close();

	const quiet = jest.spyOn(console, 'info').mockImplementation(() => {});
	const official = new DWClient({ clientId: 'id', clientSecret: 'secret' });
	official.registerCallbackListener(ROBOT, ({ headers }) =>
		official.socketCallBackResponse(headers.messageId, { text: 'hi' }),
	);
	// Its gateway URL is a constant: only the last step of its connecting is taken.
	const client = official as unknown as { dw_url: string; _connect(): Promise<void> };
	client.dw_url = `ws://127.0.0.1:${gateway.port}/connect?ticket=t`;
	const witnessed = once(gateway.sockets, 'connection') as Promise<[WebSocket]>;
	await client._connect();
	const [theirs] = await witnessed;
	const theirAnswers = await converse(theirs, frames);
	official.disconnect();
	await once(theirs, 'close');
	quiet.mockRestore();
	await gateway.close();

	expect(ourAnswers).toEqual(theirAnswers);
	const { subscriptions } = official.getConfig();
	expect(gateway.opens[0].body).toMatchObject({ clientId: 'id', clientSecret: 'secret', subscriptions });
	expect(gateway.sockets.clients.size).toBe(0);
});
