import { fork } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import type { WebSocket } from 'ws';
import { installHost } from '../scripts/host';
import { root } from '../scripts/host/build';
import type { Gateway } from './gateway';

/**
 * A Stream client that acknowledges every event at once: the official one; our hub; the hub on the official one's WebSocket;
 * the hub with all that a trigger does before n8n gets the event. See hubProbe.js.
 */
export type Client = 'official' | 'hub' | 'hubOnWs' | 'trigger';

export interface RunningClient {
	socket: WebSocket;
	/** Microseconds of processor time that it used for `work`. */
	processorTime(work: () => Promise<unknown>): Promise<number>;
	stop(): Promise<void>;
}

/** Starts a client on n8n's Node, in a process of its own, and connects it to the gateway. */
export async function startClient(gateway: Gateway, client: Client): Promise<RunningClient> {
	const host = await installHost();
	const env = {
		...process.env,
		NODE_PATH: [join(root, 'node_modules'), join(host.folder, 'node_modules')].join(delimiter),
	};
	const arriving = gateway.connected();
	const child = fork(
		join(__dirname, 'hubProbe.js'),
		[client, join(root, 'dist', 'nodes'), gateway.url, gateway.socketUrl],
		{ execPath: host.node, execArgv: [], env },
	);
	const ready = once(child, 'message');
	const ask = async (word: string): Promise<number> => {
		const said = once(child, 'message');
		child.send(word);
		const [micros] = (await said) as [number];
		return micros;
	};
	const socket = await arriving;
	await ready;
	return {
		socket,
		processorTime: async (work) => {
			await ask('begin');
			await work();
			return await ask('end');
		},
		stop: async () => {
			const ended = once(child, 'exit');
			child.kill();
			await ended;
		},
	};
}
