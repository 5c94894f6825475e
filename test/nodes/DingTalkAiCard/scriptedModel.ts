import type { CallbackManagerForLLMRun } from '@langchain/core/callbacks/manager';
import { BaseChatModel } from '@langchain/core/language_models/chat_models';
import { AIMessage, AIMessageChunk, type BaseMessage } from '@langchain/core/messages';
import { ChatGenerationChunk, type ChatResult, type LLMResult } from '@langchain/core/outputs';
import { sleep } from 'n8n-workflow';

/** What the model says to one call: words one after the other, then perhaps tools; or an error behind the words. */
export interface Line {
	words?: string[];
	tools?: Array<{ id: string; name: string; args: Record<string, unknown> }>;
	error?: string;
	/** Milliseconds between two words. */
	everyMs?: number;
	/** Content that is no text, as Anthropic sends it. */
	thinking?: string;
}

const tracing = {
	awaitHandlers: true,
	handleLLMEnd: (output: LLMResult) => {
		output.generations = output.generations.map((some) => some.map(({ text }) => ({ text })));
	},
};

/** A chat model of LangChain that says its lines, one for each call. */
export class ScriptedModel extends BaseChatModel {
	/** @param asked What it was asked so far, where another has said lines before it. */
	constructor(
		protected readonly lines: Line[],
		readonly asked: BaseMessage[][] = [],
	) {
		// n8n's models bring a handler of their own, which takes the messages out of the answer.
		super({ callbacks: [tracing] });
	}

	_llmType(): string {
		return 'scripted';
	}

	/** A new one that goes on: n8n's nodes make their model for each round. */
	again(): ScriptedModel {
		return new ScriptedModel(this.lines, this.asked);
	}

	protected next(messages: BaseMessage[]): Line {
		this.asked.push(messages);
		return this.lines[this.asked.length - 1] ?? { error: 'no line is left' };
	}

	async _generate(messages: BaseMessage[]): Promise<ChatResult> {
		const { words = [], tools = [], error } = this.next(messages);
		if (error) throw new Error(error);
		const text = words.join('');
		return await Promise.resolve({
			generations: [{ text, message: new AIMessage({ content: text, tool_calls: tools }) }],
		});
	}
}

/** The same that streams. */
export class StreamingModel extends ScriptedModel {
	again(): StreamingModel {
		return new StreamingModel(this.lines, this.asked);
	}

	async *_streamResponseChunks(
		messages: BaseMessage[],
		_options: this['ParsedCallOptions'],
		runManager?: CallbackManagerForLLMRun,
	): AsyncGenerator<ChatGenerationChunk> {
		const { words = [], tools = [], error, everyMs = 0, thinking } = this.next(messages);
		const say = async (text: string, message: AIMessageChunk) => {
			const chunk = new ChatGenerationChunk({ text, message });
			await runManager?.handleLLMNewToken(text, undefined, undefined, undefined, undefined, { chunk });
			return chunk;
		};
		if (thinking)
			yield await say(thinking, new AIMessageChunk({ content: [{ type: 'thinking', thinking, index: 0 }] }));
		for (const word of words) {
			if (everyMs > 0) await sleep(everyMs);
			yield await say(
				word,
				new AIMessageChunk({ content: thinking ? [{ type: 'text', text: word, index: 1 }] : word }),
			);
		}
		for (const [index, { id, name, args }] of tools.entries()) {
			const call = { id, name, args: JSON.stringify(args), index };
			yield await say(call.args, new AIMessageChunk({ content: '', tool_call_chunks: [call] }));
		}
		if (error) throw new Error(error);
	}
}
