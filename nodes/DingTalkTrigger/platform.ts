import { type IHttpRequestOptions, sleep } from 'n8n-workflow';

import type { Clock, Dial, Post } from '../protocol/stream/ports';

/** The running clock, made of n8n's sleep: what a community node has instead of timers. */
export const clock: Clock = {
	now: () => Date.now(),
	after(delay, run) {
		const calledOff = new AbortController();
		// Older n8n's sleep knows no signal: then the timer runs out, but does nothing and holds nothing.
		let due: (() => void) | undefined = run;
		// The only rejection is that of being called off.
		void sleep(delay, calledOff.signal).then(
			() => due?.(),
			() => undefined,
		);
		return () => {
			due = undefined;
			calledOff.abort();
		};
	},
};

/** A clock whose timers can all be called off at once. */
export function closableClock(inner: Clock): Clock & { close(): void } {
	const timers = new Set<() => void>();
	return {
		now: inner.now,
		after(delay, run) {
			const callOff = inner.after(delay, () => {
				timers.delete(stop);
				run();
			});
			const stop = () => {
				timers.delete(stop);
				callOff();
			};
			timers.add(stop);
			return stop;
		},
		close: () => timers.forEach((stop) => stop()),
	};
}

const NO_WEBSOCKET =
	'Stream mode needs a WebSocket, which this Node.js does not have: run n8n on Node.js 22 or later, or use the webhook connection. Stream 模式需要 Node.js 22 或更高版本，或改用 Webhook 连接。';

/** Opens sockets with the platform's WebSocket, on an older Node.js with that of undici. Throws where there is neither. */
export async function platformDial(): Promise<Dial> {
	if (typeof WebSocket !== 'undefined') return (url) => new WebSocket(url);
	const { WebSocket: Socket } = await import('undici').catch((cause: unknown) => {
		throw new Error(NO_WEBSOCKET, { cause });
	});
	return (url) => new Socket(url);
}

/** The name of a network failure; nothing else of it, for n8n's errors carry the request with its secret. */
const nameOf = (error: unknown): string => {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : 'no answer';
};

/** How long the gateway may take: the 10 s of the Python SDK. */
const TIMEOUT = 10_000;

/** Posts through n8n's own HTTP helper, so that its proxies and TLS settings apply. */
export const platformPost =
	(request: (options: IHttpRequestOptions) => Promise<{ statusCode: number; body: unknown }>): Post =>
	async (url, body, abortSignal) => {
		const answer = await request({
			method: 'POST',
			url,
			body,
			json: true,
			// Without it the gateway answers in XML.
			headers: { Accept: 'application/json' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT,
			abortSignal,
		}).catch((error: unknown) => {
			throw new Error(nameOf(error));
		});
		return { status: answer.statusCode, body: answer.body };
	};
