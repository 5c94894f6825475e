import { NodeConnectionTypes, type IDataObject, type ISupplyDataFunctions } from 'n8n-workflow';
import { HintList } from '../../runtime/hintList';
import { secretsOf, toNodeError } from '../../runtime/nodeError';
import type { Answer } from '../answer/answer';
import type { Supplied } from '../answer/answers';
import type { Arrival } from '../card/writer';
import hints from '../hints.json';
import type { Show } from './shows';

const about = {
	action: 'Show the answer in an AI card',
	permission: 'Card.Instance.Write, Card.Streaming.Write',
	docs: 'https://open.dingtalk.com/document/development/api-streamingupdate',
	hints,
};

/**
 * Begins the record of this run of the node. `close` ends the answers that the agent is done with, waits until they are shown, and
 * says in the record and in hints how. It throws where one is shown nowhere.
 */
export function endOf(context: ISupplyDataFunctions, show: Show, supplied: Supplied) {
	const type = NodeConnectionTypes.AiLanguageModel;
	const { index: run } = context.addInputData(type, [[{ json: { items: supplied.asker.items } }]]);
	const said = new HintList();

	const told = async (answer: Answer): Promise<{ json: IDataObject; lost?: Error }> => {
		const stage = show.stages.get(answer);
		const known = { outTrackId: stage?.outTrackId };
		if (!answer.isOver) return { json: { ...known, state: 'tools', calls: stage?.calls } };
		const { by, updates, error }: Arrival = await answer.finish();
		const json = { ...known, state: answer.state === 'said' ? 'done' : 'failed', by, updates, calls: stage?.calls };
		if (by === 'card') return { json };
		const sentence = toNodeError(context.getNode(), error, about, secretsOf(show.client.credential));
		if (by === 'message')
			said.add(
				`The answer went as a message, since the card was refused. ${sentence.message}`,
				`卡片被拒绝，回答已改为消息发送。${sentence.message}`,
			);
		else said.add(`The answer is shown nowhere. ${sentence.message}`, `回答未能显示。${sentence.message}`);
		return { json: { ...json, error: sentence.message }, ...(by === 'nothing' && { lost: sentence }) };
	};

	const close = async (): Promise<void> => {
		await Promise.all(show.answers.over(supplied).map(async (answer) => await answer.finish()));
		const all = await Promise.all(supplied.answers.map(told));
		said.show(context);
		context.addOutputData(type, run, [all.map(({ json }) => ({ json }))]);
		const lost = all.find((one) => one.lost)?.lost;
		if (lost && show.settings.failsUnshown) throw lost;
	};
	return { run, close };
}
