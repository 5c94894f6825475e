import type { Dial } from '../protocol/stream/ports';

const NO_WEBSOCKET =
	'Stream mode needs a WebSocket, which this Node.js does not have: run n8n on Node.js 22 or later, or use the webhook connection. Stream 模式需要 Node.js 22 或更高版本，或改用 Webhook 连接。';

/** Opens sockets with the platform's WebSocket, on an older Node.js with that of undici. Throws where there is neither. */
export async function socketDial(): Promise<Dial> {
	if (typeof WebSocket !== 'undefined') return (url) => new WebSocket(url);
	const { WebSocket: Socket } = await import('undici').catch((cause: unknown) => {
		throw new Error(NO_WEBSOCKET, { cause });
	});
	return (url) => new Socket(url);
}
