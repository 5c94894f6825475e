import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A Stream gateway that does nothing but send frames and time their answers, so that the client is what is measured. */
export interface Gateway {
	/** What a client opens its connection at. */
	url: string;
	/** Where a client connects that asks nobody. */
	socketUrl: string;
	/** The next client to connect. */
	connected(): Promise<WebSocket>;
	close(): Promise<void>;
}

export async function startGateway(): Promise<Gateway> {
	const sockets = new WebSocketServer({ noServer: true });
	const server = createServer((request, response) => {
		request.resume();
		response.setHeader('content-type', 'application/json');
		response.end(JSON.stringify({ endpoint: socketUrl, ticket: 't' }));
	});
	server.on('upgrade', (request, socket, head) =>
		sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client)),
	);
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	const socketUrl = `ws://127.0.0.1:${port}/connect`;
	return {
		url: `http://127.0.0.1:${port}`,
		socketUrl,
		connected: async () => {
			const [client] = (await once(sockets, 'connection')) as [WebSocket];
			return client;
		},
		close: async () => {
			for (const client of sockets.clients) client.terminate();
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

let sent = 0;

/** An attendance event of the size that DingTalk sends. */
function eventFrame(id: string): string {
	const checked = {
		address: '杭州市余杭区',
		corpId: 'dingbench',
		checkTime: Date.now(),
		locationResult: 'Normal',
		groupId: '685935028',
		latitude: 30.285230848524307,
		longitude: 120.01713514539931,
		bizId: `B${id}`,
		locationMethod: 'MAP',
		userId: 'zhangsan',
		checkByUser: true,
	};
	const headers = {
		appId: 'bench',
		contentType: 'application/json',
		messageId: id,
		time: String(Date.now()),
		topic: '*',
		eventType: 'attendance_check_record',
		eventId: id,
		eventBornTime: String(Date.now()),
		eventCorpId: 'dingbench',
		eventUnifiedAppId: 'bench',
	};
	return JSON.stringify({ specVersion: '1.0', type: 'EVENT', headers, data: JSON.stringify({ dataList: [checked] }) });
}

/**
 * Sends events and waits for all their answers.
 * @param pause resolves when the next one may be sent
 * @returns milliseconds from each event to its answer, in the order of the answers
 */
export async function exchange(
	client: WebSocket,
	count: number,
	pause: (index: number) => Promise<unknown> | undefined,
): Promise<number[]> {
	const began = new Map<string, number>();
	const took: number[] = [];
	let finish = () => {};
	const all = new Promise<void>((resolve) => (finish = resolve));
	const listen = (text: Buffer) => {
		const { headers, code }: { headers: { messageId: string }; code: number } = JSON.parse(text.toString());
		const at = began.get(headers.messageId);
		if (at === undefined || code !== 200) throw new Error(`The client answered ${text.toString()}`);
		began.delete(headers.messageId);
		took.push(performance.now() - at);
		if (took.length === count) finish();
	};
	client.on('message', listen);
	for (let i = 0; i < count; i++) {
		const id = `event-${(sent += 1)}`;
		const frame = eventFrame(id);
		began.set(id, performance.now());
		client.send(frame);
		await pause(i);
	}
	await all;
	client.off('message', listen);
	return took;
}
