import {
	NodeConnectionTypes,
	NodeOperationError,
	sleep,
	type ISupplyDataFunctions,
	type SupplyData,
} from 'n8n-workflow';
import { DingTalkError } from '../../protocol/errors';
import { isObject } from '../../protocol/json';
import { createClient, DEFAULT_CALLS_PER_SECOND } from '../../runtime/client';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import { objectsIn } from '../../runtime/pick';
import { Answer } from '../answer/answer';
import { Answers, type Supplied } from '../answer/answers';
import { CardStage } from '../card/stage';
import { Writer } from '../card/writer';
import { listen, type Listener } from '../model/listen';
import { askerOf, parentOf } from './asker';
import { endOf } from './end';
import { itemCount, readSettings } from './settings';
import { forget, showOf, type Show } from './shows';

const clock = { now: () => performance.now(), sleep: async (ms: number) => await sleep(ms) };

/** Kinds of failure that every later update would meet again. */
const FINAL = new Set<unknown>(['refused', 'permission', 'quota', 'auth']);
const isFinal = (error: unknown) => !(error instanceof DingTalkError) || FINAL.has(error.kind);

async function newShow(context: ISupplyDataFunctions, items: number): Promise<Show> {
	const options: unknown = context.getNodeParameter('options', 0, {});
	const callsPerSecond = isObject(options) ? Number(options.callsPerSecond ?? DEFAULT_CALLS_PER_SECOND) : undefined;
	// Without the signal of the execution's end: a card whose execution was cancelled must still end.
	const client = await createClient(context, 'dingTalkApi', { callsPerSecond });
	const settings = await readSettings(context, client, items).catch((error: unknown) => {
		throw toNodeError(context.getNode(), error, {}, secretsOf(client.credential));
	});
	const stages: Show['stages'] = new Map();
	const answers = new Answers(() => {
		const stage = new CardStage(client, settings.card);
		const answer = new Answer(new Writer(stage, clock, { ...settings, isFinal }), settings.answer);
		stages.set(answer, stage);
		return answer;
	});
	return { client, settings, answers, stages };
}

/** n8n's own record of a model's call names the node above it. */
function nestTracing(model: unknown, run: number): void {
	for (const callback of objectsIn(isObject(model) ? model.callbacks : undefined)) {
		const { setParentRunIndex: nest } = callback;
		if (typeof nest === 'function') nest.call(callback, run);
	}
}

/**
 * n8n 1 closes a model only where its agent has succeeded, and has no `onExecutionFinish`: there an answer that has failed ends by
 * itself when nobody has tried it again after so many ms. n8n's own next try comes after 1 s.
 */
const FAILED_FOR_GOOD = 3_000;

function endingAlone(listener: Listener, { ofRun }: Supplied, ended: () => void): Listener {
	const end = async (run: string) => {
		await sleep(FAILED_FOR_GOOD);
		const answer = ofRun.get(run);
		if (answer?.state !== 'failed') return;
		await answer.finish();
		ended();
	};
	return {
		...listener,
		failed: (run) => {
			listener.failed(run);
			void end(run);
		},
	};
}

/** Passes the connected model on, having it tell what it says: that is written into a card. */
export async function supplyModel(context: ISupplyDataFunctions, item: number): Promise<SupplyData> {
	const connected: unknown = await context.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, item);
	const model: unknown = Array.isArray(connected) ? connected[0] : connected;
	const items = itemCount(context);
	const key = `${context.getExecutionId()} ${context.getNode().id}`;
	const show = await showOf(key, async () => await newShow(context, items));
	const supplied = show.answers.supplied(askerOf(parentOf(context), items));
	const forgetWhenOver = () => {
		if (show.answers.all.every(({ isOver }) => isOver)) forget(key);
	};
	const told = show.answers.listener(supplied);
	const listener = context.onExecutionFinish ? told : endingAlone(told, supplied, forgetWhenOver);
	if (!listen(model, context.getNode().id, listener, show.settings.answer.grows))
		throw new NodeOperationError(context.getNode(), 'No chat model is connected to the input of this node', {
			description: '请将聊天模型连接到此节点的输入。',
		});
	const end = endOf(context, show, supplied);
	nestTracing(model, end.run);
	context.onExecutionFinish?.(async () => {
		forget(key);
		await Promise.all(show.answers.all.map(async (answer) => await answer.finish()));
	});
	return {
		response: model,
		closeFunction: async () => {
			await end.close().finally(forgetWhenOver);
		},
	};
}
