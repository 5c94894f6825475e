import { type Saved, type Workflow, eventually } from '../../scripts/host';
import { withCredentials } from '../../scripts/host/examples';
import { AGENT, createTodo, newestAgent } from './support/agent';
import { type Bench, openBench } from './support/bench';
import { startModel } from './support/model';
import { since } from './support/version';
import { START, type Step, afterAsking, asking, chain, line, person, trigger } from './support/workflow';

const ASK = 'DingTalk Send and Wait';

/** The node, asking 张三 unless told otherwise. */
const ask = (parameters: Step['parameters'] = {}): Step =>
	asking({ subject: '报销', message: '同意 100 元吗？', ...parameters }, ASK);

let bench: Bench;
beforeAll(async () => (bench = await openBench()));
afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
afterAll(async () => await bench.close());

/** Starts a workflow and waits until it waits in the node. */
async function begin(name: string, parameters: Step['parameters'] = {}): Promise<string> {
	const { id } = await bench.save(chain(name, [ask(parameters), afterAsking]));
	const execution = await bench.api.start(id, START);
	if (execution === undefined) throw new Error('n8n waits for a call');
	await waits(execution, id);
	return execution;
}

const waits = async (execution: string, workflow: string) =>
	await eventually(`execution ${execution} to wait`, async () => {
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
		for (const method of ['HEAD', 'OPTIONS', 'PUT', 'DELETE']) await fetch(approve, { method });
		const done = await fetch(approve, { method: 'POST', body: new URLSearchParams({ choice: 'approve' }) });
		expect([done.status, await done.text()]).toEqual([200, expect.stringContaining('已收到您的回复')]);
		expect((await bench.api.execution(execution)).json('After')).toEqual([
			{ approved: true, responder: { userId: 'zhangsan', name: '张三' }, respondedAt: expect.any(String) },
		]);
		const again = await fetch(decline, { method: 'POST', body: new URLSearchParams({ choice: 'decline' }) });
		expect(await again.text()).toContain('No action required');
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

describe('by buttons in the card', () => {
	let listening: string;
	beforeAll(async () => {
		// It listens for something else: that it is active is enough.
		({ id: listening } = await bench.activate(line('wait: listens', [trigger({ events: ['check_in'] }), afterAsking])));
	});
	afterAll(async () => await bench.api.deactivate(listening));

	const card = { buttons: 'card', cardTemplateId: 'sendAndWait.schema' };
	const newest = () => bench.sandbox.received.cards.at(-1);
	const click = async (button: string, userid = 'zhangsan') =>
		await bench.sandbox.act.clickCard({ outTrackId: newest()?.outTrackId ?? '', button, userid });

	it('the click reaches n8n over Stream; a stranger changes nothing, the card is locked with the answer', async () => {
		const execution = await begin('wait: card', {
			...card,
			people: person('zhangsan,lisi'),
			approvers: person('lisi'),
		});
		await click('同意', 'zhangsan');
		expect(newest()).toMatchObject({
			publicData: { hasAction: 'true' },
			privateData: { zhangsan: { note: '您不在可回复人员之列。' } },
		});
		await click('拒绝', 'lisi');
		expect((await bench.api.execution(execution)).json('After')).toEqual([
			{ approved: false, responder: { userId: 'lisi', name: '李四' }, respondedAt: expect.any(String) },
		]);
		expect(newest()?.publicData).toMatchObject({ hasAction: 'false', status: expect.stringContaining('已拒绝：李四') });
		expect(await bench.api.executions(listening)).toEqual([]);
	});

	it('the ticket is nowhere in what n8n shows of the execution', async () => {
		const execution = await begin('wait: ticket', card);
		const ticket = newest()?.outTrackId ?? 'no card';
		await click('同意');
		const shown = JSON.stringify((await bench.api.execution(execution)).data);
		expect(shown).not.toContain(ticket);
		expect(shown).not.toContain(ticket.slice(-43));
		expect(bench.n8n?.log() ?? '').not.toContain(ticket);
	});

	it('an execution that was deleted: the card says so', async () => {
		const execution = await begin('wait: deleted', card);
		await bench.api.rest.call('POST', '/executions/delete', { ids: [execution] });
		await click('同意');
		expect(newest()).toMatchObject({
			publicData: { hasAction: 'false' },
			privateData: { zhangsan: { note: expect.stringContaining('该问题已结束') } },
		});
	});

	// n8n 1 makes no tool for human review.
	(since('2.0') ? it : it.skip).each([
		['同意', true],
		['拒绝', false],
	])('an agent asks before it uses a tool: %s', async (button, approved) => {
		const { openAi, model } = await scripted();
		const before = bench.sandbox.received.todos.length;
		const workflow = agentWorkflow(`wait: agent ${button}`, await newestAgent(bench), card);
		const { nodes, ...rest } = withCredentials(workflow, bench.credentials);
		const { id } = await bench.api.createWorkflow({ ...rest, nodes: [...nodes, modelNode(openAi)] });
		const execution = (await bench.api.start(id, START)) ?? '';
		await waits(execution, id);
		expect(newest()?.publicData.content).toContain('Create_a_to-do');
		expect(bench.sandbox.received.todos).toHaveLength(before);
		await click(button);
		const done = await bench.api.execution(execution);
		model.close();
		expect([done.error(), done.status]).toEqual([undefined, 'success']);
		expect(bench.sandbox.received.todos).toHaveLength(before + (approved ? 1 : 0));
	});
});

/** A model that wants the tool once, and then repeats what came of it. */
async function scripted() {
	const model = await startModel(({ messages, tools }) => {
		const last = messages.at(-1);
		if (last?.role === 'tool') return { content: String(last.content) };
		// n8n puts a tool's own arguments there when a person must agree first.
		const given = { toolParameters: { subject: '写周报' }, hitlParameters: {} };
		return { tool: tools?.[0]?.function.name, arguments: given };
	});
	const openAi = await bench.api.createCredential('Scripted model', 'openAiApi', { apiKey: 'none', url: model.url });
	return { model, openAi };
}

/** An agent whose tool stands behind the human review that n8n makes of the node. */
function agentWorkflow(name: string, version: number, review: Step['parameters']): Workflow {
	const agent: Step = {
		name: 'Agent',
		type: AGENT,
		typeVersion: version,
		parameters: { promptType: 'define', text: '请处理', options: {} },
	};
	const tool = createTodo({ person: person('zhangsan'), additionalFields: {} });
	const { message, ...asked } = ask(review).parameters;
	const human: Step = { ...ask(), name: 'Review', type: `${ask().type}HitlTool`, parameters: asked };
	const workflow = chain(name, [agent]);
	for (const [index, step] of [tool, human].entries())
		workflow.nodes.push({ ...step, id: `00000000-0000-4000-8000-00000000010${index}`, position: [440, 300 + index] });
	const join = (node: string, type: 'ai_tool' | 'ai_languageModel') => ({ [type]: [[{ node, type, index: 0 }]] });
	Object.assign(workflow.connections, {
		[tool.name]: join('Review', 'ai_tool'),
		Review: join('Agent', 'ai_tool'),
		Model: join('Agent', 'ai_languageModel'),
	});
	expect(message).toBeDefined();
	return workflow;
}

const modelNode = (openAiApi: Saved): Workflow['nodes'][number] => ({
	id: '00000000-0000-4000-8000-000000000200',
	name: 'Model',
	type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
	typeVersion: 1.2,
	position: [440, 500],
	credentials: { openAiApi },
	parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
});
