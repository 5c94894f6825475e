import { tokensOf } from './tokens';
import type { Answer, Request } from './modelTypes';

/* Chat completions. https://platform.openai.com/docs/api-reference/chat */
export const requestOf = (body: unknown): Request => body as Request;

const about = (id: number, object: string) => ({
	id: `chatcmpl-${id}`,
	object,
	created: Math.floor(Date.now() / 1000),
	model: 'scripted',
});
const usage = { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 };
const callOf = ({ tool, arguments: given = {} }: Answer, id: number) => ({
	id: `call_${id}`,
	type: 'function',
	function: { name: tool, arguments: JSON.stringify(given) },
});

export function whole(answer: Answer, id: number): object {
	const { tool, content = '' } = answer;
	const message = { role: 'assistant', content, ...(tool && { tool_calls: [callOf(answer, id)] }) };
	const choices = [{ index: 0, message, finish_reason: tool ? 'tool_calls' : 'stop' }];
	return { ...about(id, 'chat.completion'), choices, usage };
}

export function* pieces(answer: Answer, id: number) {
	const piece = (delta: object, more: object = {}) => {
		const choices = [{ index: 0, delta, finish_reason: null, ...more }];
		return `data: ${JSON.stringify({ ...about(id, 'chat.completion.chunk'), choices })}`;
	};
	yield { line: piece({ role: 'assistant', content: '' }), isText: false };
	for (const content of tokensOf(answer.content ?? '')) yield { line: piece({ content }), isText: true };
	if (answer.tool) yield { line: piece({ tool_calls: [{ index: 0, ...callOf(answer, id) }] }), isText: false };
	yield { line: piece({}, { finish_reason: answer.tool ? 'tool_calls' : 'stop' }), isText: false };
	yield {
		line: `data: ${JSON.stringify({ ...about(id, 'chat.completion.chunk'), choices: [], usage })}`,
		isText: false,
	};
	yield { line: 'data: [DONE]', isText: false };
}
