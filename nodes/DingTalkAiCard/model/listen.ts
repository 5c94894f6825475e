import { isObject } from '../../protocol/json';
import { addedBy, answerIn, answeredCalls, type Said } from './messages';

/** What a model does, call by call; `run` tells the calls apart. None of these may throw. */
export interface Listener {
	/** @param answered Tool calls whose results the model is now told. */
	began: (run: string, answered: string[]) => void;
	wrote: (run: string, added: string) => void;
	ended: (run: string, said: Said) => void;
	failed: (run: string) => void;
}

/**
 * A callback handler of LangChain, as a plain object. `lc_prefer_streaming` has a model stream although it is only invoked
 * (`BaseChatModel._generateUncached` in @langchain/core 1.2, and before); `awaitHandlers` keeps the order.
 */
const handlerOf = (name: string, { began, wrote, ended, failed }: Listener, streams: boolean) => ({
	name,
	awaitHandlers: true,
	lc_prefer_streaming: streams,
	handleChatModelStart: (_model: unknown, conversation: unknown, run: string) =>
		began(run, answeredCalls(conversation)),
	handleLLMStart: (_model: unknown, _prompts: unknown, run: string) => began(run, []),
	handleLLMNewToken: (
		token: unknown,
		_place: unknown,
		run: string,
		_parent: unknown,
		_tags: unknown,
		fields: unknown,
	) => wrote(run, addedBy(token, fields)),
	handleLLMEnd: (output: unknown, run: string) => {
		ended(run, answerIn(output));
	},
	handleLLMError: (_error: unknown, run: string) => failed(run),
});

/**
 * Has a LangChain model tell what it does. Its list of callbacks is added to and not replaced: models that are made of it
 * (`bindTools`) share that list (ChatOpenAI, n8n 2.40.5). The handler comes first, since n8n's own (`N8nLlmTracing`) takes the
 * message with its tool calls out of the answer that both are given.
 * @param node Id of the listening node: a model that it is given once more has the listener of the last time no longer.
 * @param streams Whether it is to stream, where it can.
 * @returns false for what is no model
 */
export function listen(model: unknown, node: string, listener: Listener, streams: boolean): boolean {
	if (!isObject(model)) return false;
	const handler = handlerOf(`DingTalkAiCard ${node}`, listener, streams);
	const { callbacks } = model;
	if (Array.isArray(callbacks)) {
		const before = callbacks.findIndex((one) => isObject(one) && one.name === handler.name);
		if (before >= 0) callbacks.splice(before, 1);
		callbacks.unshift(handler);
	} else if (isObject(callbacks) && typeof callbacks.addHandler === 'function') callbacks.addHandler(handler, true);
	else model.callbacks = [handler];
	return true;
}
