import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

interface Request {
	messages: Array<{ role: string; content?: unknown }>;
	tools?: Array<{ function: { name: string; description?: string; parameters: unknown } }>;
	stream?: boolean;
}

/** What a chat model answers: a call of a tool, or its last word. */
interface Answer {
	tool?: string;
	arguments?: object;
	content?: string;
}

/**
 * A chat model on loopback that speaks OpenAI's protocol, as far as n8n's OpenAI node needs it.
 * @param think what it answers to the conversation so far
 */
export async function startModel(
	think: (request: Request) => Answer,
): Promise<{ url: string; requests: Request[]; close: () => void }> {
	const requests: Request[] = [];
	const server = createServer(async (incoming, response) => {
		const request: Request = JSON.parse(await text(incoming));
		requests.push(request);
		const { tool, arguments: given = {}, content = '' } = think(request);
		const call = {
			id: `call_${requests.length}`,
			type: 'function',
			function: { name: tool, arguments: JSON.stringify(given) },
		};
		const message = { role: 'assistant', content: tool ? null : content, ...(tool && { tool_calls: [call] }) };
		response.setHeader('content-type', 'application/json');
		response.end(
			JSON.stringify({
				id: `chatcmpl-${requests.length}`,
				object: 'chat.completion',
				created: Math.floor(Date.now() / 1000),
				model: 'scripted',
				choices: [{ index: 0, message, finish_reason: tool ? 'tool_calls' : 'stop' }],
				usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
			}),
		);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		close: () => server.close(),
	};
}
