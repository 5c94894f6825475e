/** Time as the protocol sees it. All in milliseconds. */
export interface Clock {
	/** The wall clock, which jumps when a laptop wakes or somebody sets it. */
	now(): number;
	/** Runs `run` once after `delay` of running time; the returned function calls it off. */
	after(delay: number, run: () => void): () => void;
}

/** The part of the platform's WebSocket that is used. */
export interface Socket {
	readonly readyState: number;
	binaryType?: string;
	addEventListener(type: 'open' | 'close' | 'error', listener: (event: object) => void): void;
	addEventListener(type: 'message', listener: (event: { data: unknown }) => void): void;
	send(text: string): void;
	close(code?: number, reason?: string): void;
}

/** WebSocket.OPEN of the standard. */
export const OPEN = 1;

/** Opens a socket, as `new WebSocket(url)` does. */
export type Dial = (url: string) => Socket;

/**
 * Posts JSON and answers with whatever status came back, the body parsed where it is JSON.
 * Rejects only when there was no answer within some seconds, or `signal` fired.
 */
export type Post = (url: string, body: object, signal: AbortSignal) => Promise<{ status: number; body: unknown }>;
