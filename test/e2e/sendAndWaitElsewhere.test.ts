/** Send and Wait elsewhere than in one workflow: in a sub-workflow, twice in a row, as a plain tool of an agent. */
import { eventually } from '../../scripts/host';
import { withCredentials } from '../../scripts/host/examples';
import { type Bench, openBench } from './support/bench';
import { startModel } from './support/model';
import { since } from './support/version';
import { START, type Step, afterAsking, asking, chain, line } from './support/workflow';

let bench: Bench;
beforeAll(async () => (bench = await openBench()));
afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
afterAll(async () => await bench.close());

const waits = async (execution: string, workflow: string) =>
	await eventually(`execution ${execution} to wait`, async () => {
		const all = await bench.api.executions(workflow);
		return all.find(({ id }) => id === execution)?.status === 'waiting' ? true : undefined;
	});
const newest = () => bench.sandbox.received.messages.at(-1)?.content as Record<string, string>;
const send = async (url: string, fields: Record<string, string>) =>
	await (await fetch(url, { method: 'POST', body: new URLSearchParams(fields) })).text();
const approve = async (url = newest().actionURL1) => await send(url, { choice: 'approve' });

// In n8n 1 the caller goes on with what it gave, whatever comes of the sub-workflow.
(since('2.0') ? it : it.skip)('in a sub-workflow: the workflow that called it goes on with the answer', async () => {
	const called: Step = {
		name: 'Called',
		type: 'n8n-nodes-base.executeWorkflowTrigger',
		typeVersion: 1.1,
		parameters: { inputSource: 'passthrough' },
	};
	const { id: child } = await bench.save(line('wait: child', [called, asking(), afterAsking]));
	await bench.api.activate(child);
	const call: Step = {
		name: 'Call',
		type: 'n8n-nodes-base.executeWorkflow',
		typeVersion: 1.2,
		parameters: { workflowId: { __rl: true, mode: 'id', value: child }, options: {} },
	};
	const { id } = await bench.save(chain('wait: parent', [call]));
	const execution = (await bench.api.start(id, START)) ?? '';
	await waits(execution, id);
	await approve();
	expect((await bench.api.execution(execution)).json('Call')).toMatchObject([{ approved: true }]);
});

it('two of them in a row: a link of the first does not answer the second', async () => {
	const { id } = await bench.save(chain('wait: two nodes', [asking(), asking({}, 'Ask again'), afterAsking]));
	const execution = (await bench.api.start(id, START)) ?? '';
	await waits(execution, id);
	const { actionURL1: first } = newest();
	await approve();
	await eventually(
		'the second question',
		async () => await Promise.resolve(newest().actionURL1 === first ? undefined : true),
	);
	await waits(execution, id);
	expect(await approve(first)).toContain('No action required');
	expect((await bench.api.executions(id))[0]?.status).toBe('waiting');
	await approve();
	expect((await bench.api.execution(execution)).json('After')).toMatchObject([{ approved: true }]);
});

// In n8n 1 a tool of an agent cannot wait.
(since('2.0') ? it : it.skip)(
	'as a plain tool: an agent asks a person in its own words and hears the answer',
	async () => {
		const AGENT = '@n8n/n8n-nodes-langchain.agent';
		const types = await bench.api.nodeTypes();
		const typeVersion = Math.max(...types.filter(({ name }) => name === AGENT).flatMap(({ version }) => version));
		const model = await startModel(({ messages, tools }) => {
			const last = messages.at(-1);
			if (last?.role === 'tool') return { content: String(last.content) };
			return { tool: tools?.[0]?.function.name, arguments: { question: '订几点的车？' } };
		});
		const openAi = await bench.api.createCredential('Scripted model', 'openAiApi', { apiKey: 'none', url: model.url });
		const agent: Step = {
			name: 'Agent',
			type: AGENT,
			typeVersion,
			parameters: { promptType: 'define', text: '请订车', options: {} },
		};
		const message = "={{ $fromAI('question', 'what to ask', 'string') }}";
		const tool: Step = asking({ operation: 'sendAndWait', message, responseType: 'freeText' }, 'Ask a person');
		const lm: Step = {
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			credentials: { openAiApi: { id: openAi.id, name: openAi.name } },
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		};
		const workflow = chain('wait: plain tool', [agent]);
		workflow.nodes.push({
			...tool,
			type: `${tool.type}Tool`,
			id: '00000000-0000-4000-8000-000000000101',
			position: [440, 300],
		});
		workflow.connections[tool.name] = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
		workflow.connections.Model = { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] };
		const { nodes, ...rest } = withCredentials(workflow, bench.credentials);
		const { id } = await bench.api.createWorkflow({
			...rest,
			nodes: [...nodes, { ...lm, id: '00000000-0000-4000-8000-000000000200', position: [440, 500] }],
		});
		const execution = (await bench.api.start(id, START)) ?? '';
		await waits(execution, id);
		const { singleURL, text } = newest();
		expect(text).toContain('订几点的车？');
		expect((await fetch(singleURL)).status).toBe(200);
		await send(singleURL, { text: '九点' });
		const done = await bench.api.execution(execution);
		model.close();
		expect([done.error(), done.status]).toEqual([undefined, 'success']);
		expect(String(done.json('Agent')[0]?.output)).toContain('"text":"九点"');
	},
);
