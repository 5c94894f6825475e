/** Send and Wait where somebody is too late: the limit against an answer of the same moment, and a loop that asks again. */
import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { START, type Step, afterAsking, asking, chain, person } from './support/workflow';

const ask = (parameters: Step['parameters']): Step => asking({ subject: '报销', ...parameters });

let bench: Bench;
beforeAll(async () => (bench = await openBench()));
afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
afterAll(async () => await bench.close());

const linksOf = (execution: string): string[] =>
	bench.sandbox.received.messages.flatMap(({ content }) => {
		const { actionURL1 = '' } = content as Record<string, string>;
		return actionURL1.includes(`/${execution}/`) ? [actionURL1] : [];
	});
const waits = async (execution: string, workflow: string): Promise<boolean> =>
	(await bench.api.executions(workflow)).some(({ id, status }) => id === execution && status === 'waiting');
const toWait = async (execution: string, workflow: string) =>
	await eventually(`execution ${execution} to wait`, async () =>
		(await waits(execution, workflow)) ? true : undefined,
	);

async function press(url: string): Promise<'recorded' | 'too late' | 'over'> {
	const page = await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) });
	const html = await page.text();
	if (html.includes('已收到您的回复')) return 'recorded';
	return html.includes('已超过回复时限') ? 'too late' : 'over';
}

it('the limit and an answer around the same moment: one of them wins, whoever pressed hears which, n8n goes on once', async () => {
	const till = Date.now() + 20_000;
	const limit = { limitType: 'atSpecifiedTime', maxDateAndTime: new Date(till).toISOString() };
	const { id } = await bench.save(
		chain('wait: limit', [ask({ options: { limitWaitTime: { values: limit } } }), afterAsking]),
	);
	/** When each is answered, in ms after the limit; the last is pressed again and again until n8n has gone on. */
	const moments = [-4_000, -2_200, -2_050, -1_900, -1_000, 0, 300, Infinity];
	const heard = await Promise.all(
		moments.map(async (moment) => {
			const execution = (await bench.api.start(id, START)) ?? '';
			await toWait(execution, id);
			const at = Number.isFinite(moment) ? till + moment : till;
			await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - Date.now())));
			const [link] = linksOf(execution);
			const said = [await press(link)];
			while (!Number.isFinite(moment) && (await waits(execution, id))) said.push(await press(link));
			const { resultData } = (await bench.api.execution(execution)).data;
			return { said, runs: resultData.runData.After.map(({ data }) => data?.main[0]?.[0].json) };
		}),
	);
	for (const { said, runs } of heard)
		expect([said.includes('recorded'), runs]).toEqual(
			said.includes('recorded') ? [true, [expect.objectContaining({ approved: true })]] : [false, [{ none: true }]],
		);
	expect(heard[0].said).toEqual(['recorded']);
	expect(heard[4].said).toEqual(['too late']);
	expect(heard.at(-1)?.said[0]).toBe('too late');
});

it('two people who press at once: n8n goes on once, and one of them hears that he was second', async () => {
	const { id } = await bench.save(chain('wait: two', [ask({ people: person('zhangsan,lisi') }), afterAsking]));
	const execution = (await bench.api.start(id, START)) ?? '';
	await toWait(execution, id);
	const said = await Promise.all(linksOf(execution).map(press));
	expect(said.sort()).toEqual(['over', 'recorded']);
	const { resultData } = (await bench.api.execution(execution)).data;
	expect(resultData.runData.After).toHaveLength(1);
});

it('a loop asks again: what answered the first question does not answer the second', async () => {
	const again: Step = {
		name: 'Again',
		type: 'n8n-nodes-base.switch',
		typeVersion: 3.2,
		parameters: { mode: 'expression', numberOutputs: 2, output: '={{ $runIndex === 0 ? 1 : 0 }}', options: {} },
	};
	const workflow = chain('wait: loop', [ask({}), again, afterAsking]);
	workflow.connections.Again.main.push([{ node: 'Ask', type: 'main', index: 0 }]);
	const { id } = await bench.save(workflow);
	const execution = (await bench.api.start(id, START)) ?? '';
	await toWait(execution, id);
	const [first] = linksOf(execution);
	expect(await press(first)).toBe('recorded');
	await eventually('the second question', async () => await Promise.resolve(linksOf(execution)[1]));
	await toWait(execution, id);
	expect(await press(first)).toBe('over');
	expect(await waits(execution, id)).toBe(true);
	expect(await press(linksOf(execution)[1])).toBe('recorded');
	expect((await bench.api.execution(execution)).data.resultData.runData.Ask).toHaveLength(2);
});
