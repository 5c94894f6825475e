import { isObject } from '../../protocol/json';
import { objectsIn } from '../../runtime/pick';

/*
 * The objects that LangChain hands to callbacks, read without its types: the package may not import it. What is not as expected
 * reads as nothing, so that another version of n8n shows less and breaks nothing. https://js.langchain.com/docs/concepts/messages
 */

/** A tool that the model wants called. */
export interface ToolCall {
	id: string;
	name: string;
	args: unknown;
}

const isText = ({ type }: Record<string, unknown>) =>
	type === 'text' || type === 'text_delta' || type === 'output_text';

/** The words of a message's content: text, or blocks of which thinking, pictures and tools are left out. */
export function textOf(content: unknown): string {
	if (typeof content === 'string') return content;
	return objectsIn(content)
		.filter(isText)
		.map(({ text }) => (typeof text === 'string' ? text : ''))
		.join('');
}

/** What a token adds to the answer: with tools and thinking the bare token is no text, but its chunk tells. */
export function addedBy(token: unknown, fields: unknown): string {
	const chunk = isObject(fields) && isObject(fields.chunk) ? fields.chunk : undefined;
	if (chunk && isObject(chunk.message)) return textOf(chunk.message.content);
	return typeof token === 'string' ? token : '';
}

const callsOf = (message: unknown): ToolCall[] =>
	objectsIn(isObject(message) ? message.tool_calls : undefined).map(({ id, name, args }) => ({
		id: String(id ?? ''),
		name: String(name ?? ''),
		args,
	}));

/** The whole answer of one call of the model. */
export interface Said {
	text: string;
	/** Text of an answer without a message; arguments of tools may be in it. */
	bare: string;
	tools: ToolCall[];
}

export function answerIn(output: unknown): Said {
	const [first] = isObject(output) && Array.isArray(output.generations) ? output.generations : [];
	const [generation] = objectsIn(first);
	const message = isObject(generation?.message) ? generation.message : undefined;
	return { text: textOf(message?.content), bare: textOf(generation?.text), tools: callsOf(message) };
}

/** LangChain names the kind of a message by a method, once it is made. */
function kindOf(message: unknown): string {
	if (!isObject(message)) return '';
	const { _getType: tell, type } = message;
	return typeof tell === 'function' ? String(tell.call(message)) : String(type ?? '');
}

/** Tool calls that the conversation has answers to behind the last words of a person: those of an agent that goes on. */
export function answeredCalls(conversation: unknown): string[] {
	const [messages] = Array.isArray(conversation) ? conversation : [];
	const list = objectsIn(messages);
	const last = list.findLastIndex((message) => kindOf(message) === 'human');
	return list.slice(last + 1).flatMap(({ tool_call_id: id }) => (typeof id === 'string' ? [id] : []));
}
