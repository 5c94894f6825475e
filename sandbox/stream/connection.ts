import type { WebSocket } from 'ws';

import type { Frame, Subscription } from './frames';

/** `leaving`: told to go away, gets nothing new. `dead`: the socket stands and answers pings, but nothing passes. */
export type State = 'open' | 'leaving' | 'dead' | 'closed';

/** One WebSocket of a client. */
export class Connection {
	state: State = 'open';
	sent = 0;
	acked = 0;
	pings = 0;
	pongs = 0;

	constructor(
		readonly id: string,
		readonly openedAt: number,
		readonly subscriptions: Subscription[],
		readonly ua: string,
		private readonly socket: WebSocket,
	) {}

	takes(type: string, topic: string): boolean {
		return this.subscriptions.some((one) => one.type === type && (one.topic === topic || one.topic === '*'));
	}

	/** What goes to a dead connection is lost, as on a line that was cut somewhere on the way. */
	send(frame: Frame): void {
		this.sent += frame.type === 'SYSTEM' ? 0 : 1;
		if (this.state === 'dead' || this.state === 'closed') return;
		this.socket.send(JSON.stringify(frame));
	}

	/** Cuts the line without a word. */
	cut(): void {
		this.socket.terminate();
	}

	close(): void {
		this.socket.close(1000);
	}
}
