import { setTimeout as sleep } from 'node:timers/promises';
import type { Execution } from '../scripts/host';
import { hasEnded } from '../scripts/host/execution';
import { type Step, asking, chain, line, trigger } from '../test/e2e/support/workflow';
import type { Bench, Line } from './line';
import { type Stage, withN8n, withSandbox } from './stage';
import { percentile } from './stats';

const QUESTIONS = 50;
const CARD = { buttons: 'card', cardTemplateId: 'sendAndWait.schema' };

const ask = (parameters: Step['parameters']): Step => asking({ message: '?', ...parameters });
const after: Step = {
	name: 'After',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: '={{ { "at": Date.now() } }}' },
};

/** When a click was made and when it was answered, in epoch ms. */
interface Pressed {
	readonly execution: string;
	readonly at: number;
	readonly answered: number;
}

/** Asks so many questions, waits until all wait, and then answers one after the other, or all at once. */
async function answerAll(
	{ n8n, save, sandbox }: Stage,
	parameters: Step['parameters'],
	press: (execution: string, index: number) => Promise<unknown>,
	atOnce: number,
): Promise<{ pressed: Pressed[]; ended: Execution[] }> {
	const { id } = await save(chain('Ask', [ask(parameters), after]));
	sandbox.received.messages.length = 0;
	sandbox.received.cards.length = 0;
	const executions: string[] = [];
	// One after the other, so that the card of that number is that of the execution.
	for (let number = 0; number < QUESTIONS; number++) {
		executions.push((await n8n.api.start(id, 'Start')) ?? '');
		for (;;) {
			const all = await n8n.api.executions(id);
			if (all.filter(({ status }) => status === 'waiting').length > number) break;
		}
	}
	const pressed: Pressed[] = [];
	for (let done = 0; done < QUESTIONS; done += atOnce)
		await Promise.all(
			executions.slice(done, done + atOnce).map(async (execution, index) => {
				const at = Date.now();
				await press(execution, done + index);
				pressed.push({ execution, at, answered: Date.now() });
				if (atOnce === 1) await n8n.api.execution(execution);
			}),
		);
	// Asked for once a second and not one by one, which would be work for n8n in the time that is measured.
	const left = async () => (await n8n.api.executions(id)).filter((execution) => !hasEnded(execution)).length;
	while ((await left()) > 0) await sleep(1000);
	const ended: Execution[] = [];
	for (const execution of executions) ended.push(await n8n.api.execution(execution));
	return { pressed, ended };
}

function linesOf(how: string, { pressed, ended }: Awaited<ReturnType<typeof answerAll>>): Line[] {
	const resumed = new Map(ended.map((execution) => [execution.id, execution.json<{ at: number }>('After')[0]?.at]));
	const resumes = pressed.map(({ execution, at }) => (resumed.get(execution) ?? NaN) - at);
	const answers = pressed.map(({ at, answered }) => answered - at);
	return [
		{ what: `${how}: click → resumed execution, p50`, value: percentile(resumes, 0.5), unit: 'ms' },
		{ what: `${how}: click → resumed execution, p99`, value: percentile(resumes, 0.99), unit: 'ms' },
		{ what: `${how}: click → what the person sees, p99`, value: percentile(answers, 0.99), unit: 'ms' },
		{ what: `${how}: went on`, value: resumes.filter((ms) => ms >= 0).length, atLeast: QUESTIONS },
	];
}

export const sendAndWait: Bench = {
	name: 'send-and-wait',
	about: `${QUESTIONS} questions wait in one n8n and are answered, by card and by link, in turn and all at once`,
	run: async (say) =>
		await withN8n(
			async (n8n) =>
				await withSandbox(n8n, {}, async (stage) => {
					const { sandbox, save } = stage;
					const listens = await save(line('Listens', [trigger({ events: ['check_in'] }), after]));
					await n8n.api.activate(listens.id);
					const byCard = async (_: string, index: number) =>
						await sandbox.act.clickCard({
							outTrackId: sandbox.received.cards[index]?.outTrackId ?? '',
							button: '同意',
							userid: 'zhangsan',
						});
					const byLink = async (execution: string) => {
						const links = sandbox.received.messages.map(
							({ content }) => (content as Record<string, string>).actionURL1 ?? '',
						);
						const link = links.find((url) => url.includes(`/${execution}/`)) ?? '';
						await (await fetch(link, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) })).text();
					};
					const lines: Line[] = [];
					for (const atOnce of [1, QUESTIONS])
						for (const [name, parameters, press] of [
							['card', CARD, byCard],
							['link', {}, byLink],
						] as const) {
							const how = `${name}, ${atOnce} at once`;
							say(how);
							lines.push(...linesOf(how, await answerAll(stage, parameters, press, atOnce)));
						}
					await n8n.api.deactivate(listens.id);
					return lines;
				}),
		),
};
