import { startModel } from '../scripts/host/model';
import { type Step, line, person } from '../test/e2e/support/workflow';
import type { Bench, Line } from './line';
import { withN8n, withSandbox } from './stage';
import { percentile } from './stats';

const ANSWERS = 20;
/** A token of three letters every 20 ms: about 4 s an answer. */
const EVERY_MS = 20;
const TEXT = '这是一个逐字显示的回答。'.repeat(50);
const PATH = 'ai-card';

const steps: Step[] = [
	{
		name: 'Webhook',
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2.1,
		parameters: { httpMethod: 'POST', path: PATH, responseMode: 'lastNode', options: {} },
	},
	{
		name: 'Agent',
		type: '@n8n/n8n-nodes-langchain.agent',
		typeVersion: 3,
		parameters: { promptType: 'define', text: 'Hello', options: {} },
	},
];
const subNodes: Step[] = [
	{
		name: 'AI Card',
		type: 'n8n-nodes-dingtalk-suite.dingTalkAiCard',
		typeVersion: 1,
		credentials: { dingTalkApi: { id: '', name: '' } },
		parameters: { sendTo: 'person', person: person('zhangsan'), options: {} },
	},
	{
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		credentials: { openAiApi: { id: '', name: '' } },
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
	},
];

function workflow() {
	const made = line('AI card', steps);
	made.nodes.push(
		...subNodes.map((step, index) => ({
			...step,
			id: step.name,
			position: [200, 200 + index * 200] as [number, number],
		})),
	);
	const into = (node: string) => ({ ai_languageModel: [[{ node, type: 'ai_languageModel' as const, index: 0 }]] });
	made.connections.Model = into('AI Card');
	made.connections['AI Card'] = into('Agent');
	return made;
}

export const aiCard: Bench = {
	name: 'ai-card',
	about: `${ANSWERS} streamed answers one after the other, then as many at once, in one n8n`,
	run: async (say) =>
		await withN8n(async (n8n) => {
			const lines: Line[] = [];
			for (const atOnce of [1, ANSWERS]) {
				const model = await startModel(() => ({ content: TEXT, everyMs: EVERY_MS }));
				await withSandbox(n8n, { limits: true, modelUrl: model.url }, async ({ sandbox, save }) => {
					const { id } = await save(workflow());
					await n8n.api.activate(id);
					const ask = async () => void (await fetch(`${n8n.url}/webhook/${PATH}`, { method: 'POST' }));
					for (let done = 0; done < ANSWERS; done += atOnce) await Promise.all(Array.from({ length: atOnce }, ask));
					await n8n.api.deactivate(id);
					const frames = sandbox.received.cards.map((card) => card.frames ?? []);
					say(`${frames.length} cards, ${atOnce} at once`);
					const by = (values: number[]) => [...values].sort((a, b) => a - b);
					// Which card is whose answer does not matter for the sorted moments of equal answers.
					const [shown, said] = [
						by(frames.map(([first]) => first?.at ?? NaN)),
						by(model.words.map(({ first }) => first)),
					];
					const waits = shown.map((at, index) => at - (said[index] ?? NaN));
					const how = `${atOnce} at once`;
					lines.push(
						{ what: `${how}: first token → first visible text, p50`, value: percentile(waits, 0.5), unit: 'ms' },
						{ what: `${how}: first token → first visible text, p99`, value: percentile(waits, 0.99), unit: 'ms' },
						{
							what: `${how}: updates of a card, p50`,
							value: percentile(
								frames.map((one) => one.length),
								0.5,
							),
						},
						{
							what: `${how}: cards with the whole answer`,
							value: frames.filter((one) => one.at(-1)?.text === TEXT).length,
							atLeast: ANSWERS,
						},
						{
							what: `${how}: calls that DingTalk refused as too many`,
							value: sandbox.log.filter(({ answer }) => /QpsLimit/.test(JSON.stringify(answer))).length,
						},
					);
				}).finally(model.close);
			}
			return lines;
		}),
};
