import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import * as anthropic from './modelAnthropic';
import * as openAi from './modelOpenAi';
import type { Answer, Protocol, Request } from './modelTypes';

export type { Answer, Request } from './modelTypes';

const protocols: Record<string, Protocol> = { '/v1/chat/completions': openAi, '/v1/messages': anthropic };

async function stream(
	response: ServerResponse,
	protocol: Protocol,
	answer: Answer,
	id: number,
	spoken: (id: number) => void,
): Promise<void> {
	response.setHeader('content-type', 'text/event-stream');
	let sent = 0;
	for (const { line, isText } of protocol.pieces(answer, id)) {
		if (isText && answer.everyMs) await pause(answer.everyMs);
		response.write(`${line}\n\n`);
		if (isText) spoken(id);
		if (answer.status && isText && ++sent === 3) {
			response.destroy();
			return;
		}
	}
	response.end();
}

/**
 * A chat model on loopback that speaks OpenAI's and Anthropic's protocols, whole and streamed, as far as n8n's nodes need them.
 * @param think what it answers to the conversation so far
 * @returns `words`: when each streamed answer's first and last words went out, in epoch ms
 */
export async function startModel(
	think: (request: Request) => Answer,
): Promise<{ url: string; requests: Request[]; words: Array<{ first: number; last: number }>; close: () => void }> {
	const requests: Request[] = [];
	const words: Array<{ first: number; last: number }> = [];
	const spoken = (id: number) => void (words[id - 1] = { first: words[id - 1]?.first ?? Date.now(), last: Date.now() });
	const server = createServer(async (incoming, response) => {
		const protocol = protocols[(incoming.url ?? '').replace(/^(?!\/v1)/, '/v1').split('?')[0]];
		if (!protocol) {
			response.writeHead(404).end('{}');
			return;
		}
		const request = protocol.requestOf(JSON.parse(await text(incoming)));
		requests.push(request);
		const answer = think(request);
		if (request.stream && !(answer.status && !answer.content))
			await stream(response, protocol, answer, requests.length, spoken);
		else
			response
				.writeHead(answer.status ?? 200, { 'content-type': 'application/json' })
				.end(
					JSON.stringify(
						answer.status
							? { error: { message: 'the scripted model fails' } }
							: protocol.whole(answer, requests.length),
					),
				);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
		requests,
		words,
		close: () => {
			server.closeAllConnections();
			server.close();
		},
	};
}
