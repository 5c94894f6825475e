import { eventually } from '../../scripts/host';
import { type Bench, openBench } from './support/bench';
import { type Step, chain, person } from './support/workflow';

const ASK = 'DingTalk Send and Wait';

/** The node, asking 张三 unless told otherwise. */
const ask = (parameters: Step['parameters'] = {}): Step => ({
	name: ASK,
	type: 'n8n-nodes-dingtalk-suite.dingTalkSendAndWait',
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: { people: person('zhangsan'), subject: '报销', message: '同意 100 元吗？', ...parameters },
});

const after: Step = {
	name: 'After',
	type: 'n8n-nodes-base.set',
	typeVersion: 3.4,
	parameters: { mode: 'raw', jsonOutput: '={{ JSON.stringify($json.data ?? { none: true }) }}' },
};

let bench: Bench;
beforeAll(async () => (bench = await openBench()));
afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
afterAll(async () => await bench.close());

/** Starts a workflow and waits until it waits in the node. */
async function begin(name: string, parameters: Step['parameters'] = {}): Promise<string> {
	const { id } = await bench.save(chain(name, [ask(parameters), after]));
	const execution = await bench.api.start(id, 'Start');
	if (execution === undefined) throw new Error('n8n waits for a call');
	await waits(execution, id);
	return execution;
}

const waits = async (execution: string, workflow: string) =>
	await eventually(`execution ${execution} to wait`, 20_000, async () => {
		const all = await bench.api.executions(workflow);
		const { status } = all.find(({ id }) => id === execution) ?? {};
		if (status === 'error') throw new Error((await bench.api.execution(execution)).error()?.message);
		return status === 'waiting' ? true : undefined;
	});

const newestLinks = () => bench.sandbox.received.messages.at(-1)?.content as Record<string, string>;

describe('by a message with links', () => {
	it('opening a link shows a page and decides nothing, pressing the button goes on', async () => {
		const execution = await begin('wait: links');
		const { actionURL1: approve, actionURL2: decline } = newestLinks();
		for (const url of [approve, decline, approve]) {
			const page = await fetch(url, { headers: { 'accept-language': 'en' } });
			expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('Nothing is decided yet')]);
		}
		const done = await fetch(approve, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) });
		expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('已收到您的回复')]);
		expect((await bench.api.execution(execution)).json('After')).toEqual([
			{ approved: true, responder: { userId: 'zhangsan', name: '张三' }, respondedAt: expect.any(String) },
		]);
		const again = await fetch(decline, { method: 'POST', body: new URLSearchParams({ choice: 'decline' }) });
		expect(await again.text()).toContain('No action required');
	});

	it('goes on without an answer when the time is over', async () => {
		const limit = { limitType: 'afterTimeInterval', resumeAmount: 0.05, resumeUnit: 'minutes' };
		const execution = await begin('wait: limit', { options: { limitWaitTime: { values: limit } } });
		expect((await bench.api.execution(execution)).json('After')).toEqual([{ none: true }]);
	});

	it('a forged link is refused', async () => {
		const execution = await begin('wait: forged');
		const url = new URL(newestLinks().actionURL1);
		url.searchParams.set('to', 'lisi');
		expect((await fetch(url, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) })).status).toBe(401);
		await fetch(newestLinks().actionURL1, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) });
		expect((await bench.api.execution(execution)).error()).toBeUndefined();
	});
});
