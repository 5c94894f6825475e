import { tokensOf } from './tokens';
import type { Answer, Request } from './modelTypes';

/* Messages. https://docs.anthropic.com/en/api/messages */
interface Block {
	type: string;
	text?: string;
	content?: unknown;
}
interface Body {
	system?: unknown;
	messages: Array<{ role: string; content: string | Block[] }>;
	tools?: Array<{ name: string; description?: string; input_schema: unknown }>;
	stream?: boolean;
}

/** Results of tools come as blocks of a message of the user. */
const messagesOf = ({ role, content }: Body['messages'][number]): Request['messages'] =>
	typeof content === 'string'
		? [{ role, content }]
		: content.map(({ type, text, content: result }) =>
				type === 'tool_result' ? { role: 'tool', content: result } : { role, content: text },
			);

export function requestOf(body: unknown): Request {
	const { messages, tools = [], stream } = body as Body;
	return {
		messages: messages.flatMap(messagesOf),
		tools: tools.map(({ name, description, input_schema: parameters }) => ({
			function: { name, description, parameters },
		})),
		stream,
	};
}

const usage = { input_tokens: 1, output_tokens: 1 };
const message = (id: number) => ({
	id: `msg_${id}`,
	type: 'message',
	role: 'assistant',
	model: 'scripted',
	stop_sequence: null,
});
const reason = ({ tool }: Answer) => (tool ? 'tool_use' : 'end_turn');
const toolOf = ({ tool }: Answer, id: number, input: object) => ({
	type: 'tool_use',
	id: `toolu_${id}`,
	name: tool,
	input,
});

export function whole(answer: Answer, id: number): object {
	const { tool, content, arguments: given = {} } = answer;
	const blocks = [...(content ? [{ type: 'text', text: content }] : []), ...(tool ? [toolOf(answer, id, given)] : [])];
	return { ...message(id), content: blocks, stop_reason: reason(answer), usage };
}

export function* pieces(answer: Answer, id: number) {
	const event = (type: string, data: object, isText = false) => ({
		line: `event: ${type}\ndata: ${JSON.stringify({ type, ...data })}`,
		isText,
	});
	const { tool, content, arguments: given = {} } = answer;
	yield event('message_start', { message: { ...message(id), content: [], stop_reason: null, usage } });
	if (content) {
		yield event('content_block_start', { index: 0, content_block: { type: 'text', text: '' } });
		for (const text of tokensOf(content))
			yield event('content_block_delta', { index: 0, delta: { type: 'text_delta', text } }, true);
		yield event('content_block_stop', { index: 0 });
	}
	if (tool) {
		const index = content ? 1 : 0;
		yield event('content_block_start', { index, content_block: toolOf(answer, id, {}) });
		const delta = { type: 'input_json_delta', partial_json: JSON.stringify(given) };
		yield event('content_block_delta', { index, delta });
		yield event('content_block_stop', { index });
	}
	yield event('message_delta', { delta: { stop_reason: reason(answer), stop_sequence: null }, usage });
	yield event('message_stop', {});
}
