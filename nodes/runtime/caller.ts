import type { IExecuteFunctions } from 'n8n-workflow';
import { isObject, writeJson, type Json } from '../protocol/json';

/** Who started the execution, and may wait for what it answers. */
export interface Caller {
	/** The item that a DingTalk Trigger above this node started the execution with. */
	item: () => Json | undefined;
	/** Whether somebody can be waiting: not in a repeated execution or a sub-workflow, nor in the editor's test of a Stream trigger. */
	waits: () => boolean;
	/** Answers with HTTP 200 and JSON; n8n passes on the first answer of an execution only. */
	respond: (answer: Json) => Promise<void>;
}

const WAITED_FOR = new Set(['trigger', 'webhook']);

export function callerOf(context: IExecuteFunctions): Caller {
	const triggers = () =>
		context
			.getParentNodes(context.getNode().name, { includeNodeParameters: true })
			.filter(({ type, disabled }) => /\.dingTalkTrigger$/.test(type) && !disabled);
	const itemOf = (name: string): unknown => {
		const node = `$(${JSON.stringify(name)})`;
		return context.evaluateExpression(`{{ ${node}.isExecuted ? ${node}.first().json : undefined }}`, 0);
	};
	return {
		item: () =>
			triggers()
				.map(({ name }) => itemOf(name))
				.find(isObject),
		waits: () => {
			if (context.getMode() !== 'manual') return WAITED_FOR.has(context.getMode());
			return triggers().every(({ parameters }) => parameters?.connection === 'webhook');
		},
		// A Buffer, since n8n writes that out by itself where the trigger has taken over the HTTP answer.
		respond: async (answer) =>
			await context.sendResponse({
				body: Buffer.from(writeJson(answer)),
				headers: { 'content-type': 'application/json; charset=utf-8' },
				statusCode: 200,
			}),
	};
}
