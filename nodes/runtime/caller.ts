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

type Above = Pick<IExecuteFunctions, 'getParentNodes' | 'evaluateExpression'>;

const triggersAbove = (context: Above, node: string) =>
	context
		.getParentNodes(node, { includeNodeParameters: true })
		.filter(({ type, disabled }) => /\.dingTalkTrigger$/.test(type) && !disabled);

/** The item that a DingTalk Trigger above a node started the execution with. */
export const itemOfTrigger = (context: Above, node: string): Json | undefined =>
	triggersAbove(context, node)
		.map(({ name }): unknown => {
			const trigger = `$(${JSON.stringify(name)})`;
			return context.evaluateExpression(`{{ ${trigger}.isExecuted ? ${trigger}.first().json : undefined }}`, 0);
		})
		.find(isObject);

export function callerOf(context: IExecuteFunctions): Caller {
	const { name } = context.getNode();
	return {
		item: () => itemOfTrigger(context, name),
		waits: () => {
			if (context.getMode() !== 'manual') return WAITED_FOR.has(context.getMode());
			return triggersAbove(context, name).every(({ parameters }) => parameters?.connection === 'webhook');
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
