import type { INode } from 'n8n-workflow';
import { type Saved, type Workflow, eventually } from '../../scripts/host';
import { withCredentials } from '../../scripts/host/examples';
import { type Answer, type Request, startModel } from '../../scripts/host/model';
import { AGENT, createTodo, newestAgent } from './support/agent';
import { type Bench, openBench } from './support/bench';
import { type Step, line, person, trigger } from './support/workflow';

const TEXT =
	'好的，这是今天的安排：\n\n| 时间 | 事项 |\n| --- | --- |\n| 9:30 | 早会 |\n| 15:00 | 评审 |\n\n```ts\nconst a = 1;\n```\n都记下了。';

/** n8n's chat models, and the credential that leads each to the scripted one. */
const models = {
	openAi: {
		step: {
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
			typeVersion: 1.2,
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: { maxRetries: 0 } },
		},
		credential: 'openAiApi',
		dataFor: (url: string) => ({ apiKey: 'none', url }),
	},
	anthropic: {
		step: {
			name: 'Model',
			type: '@n8n/n8n-nodes-langchain.lmChatAnthropic',
			typeVersion: 1.3,
			parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		},
		credential: 'anthropicApi',
		dataFor: (url: string) => ({ apiKey: 'none', url: url.replace('/v1', ''), header: false }),
	},
};

const todoTool = createTodo({ person: person('zhangsan') });

describe('an agent whose answer grows in a card', () => {
	let bench: Bench;
	/** The newest agent that this n8n has. */
	let newest: number;
	beforeAll(async () => {
		bench = await openBench();
		newest = await newestAgent(bench);
	});
	beforeEach(() => void bench.sandbox.received.cards.splice(0));
	afterEach(() => expect(bench.sandbox.problems()).toEqual([]));
	afterAll(async () => await bench.close());

	/** Robot message → agent ← AI Card ← model: writes to the robot, and waits for the execution. */
	async function talk(
		think: (request: Request) => Answer,
		{ by = 'openAi' as keyof typeof models, version = newest, card = {} as object, fails = false } = {},
	) {
		const { step, credential, dataFor } = models[by];
		const model = await startModel(think);
		const saved = await bench.api.createCredential(`Scripted ${by}`, credential, dataFor(model.url));
		const agent: Step = {
			name: 'Agent',
			type: AGENT,
			typeVersion: version,
			parameters: { promptType: 'define', text: '={{ $json.text }}', options: {} },
		};
		const cardStep: Step = {
			name: 'AI Card',
			type: 'n8n-nodes-dingtalk-suite.dingTalkAiCard',
			typeVersion: 1,
			credentials: { dingTalkApi: { id: '', name: '' } },
			parameters: { sendTo: 'chat', options: { updateEvery: 300 }, ...card },
		};
		const workflow = line('AI card', [trigger({ receive: ['robotMessages'] }), agent]);
		const below = (one: Step, y: number): INode => ({ ...one, id: one.name, position: [300, y] });
		workflow.nodes.push(below(cardStep, 200), below(todoTool, 300), below({ ...step }, 400));
		const into = (name: string, node: string, type: 'ai_languageModel' | 'ai_tool') =>
			(workflow.connections[name] = { [type]: [[{ node, type, index: 0 }]] });
		into('Model', 'AI Card', 'ai_languageModel');
		into('AI Card', 'Agent', 'ai_languageModel');
		into('Create a to-do', 'Agent', 'ai_tool');
		const { id } = await save(workflow, credential, saved);
		await bench.api.activate(id);
		try {
			await bench.sandbox.act.sendRobotMessage({ from: 'lisi', text: '今天有什么安排？' });
			const [execution] = await bench.api.ended(id);
			if (!fails) expect(execution.error()).toBeUndefined();
			return { execution, requests: model.requests, said: execution.json('Agent')[0]?.output };
		} finally {
			model.close();
			await bench.api.deactivate(id);
		}
	}

	async function save(workflow: Workflow, credential: string, saved: Saved): Promise<Saved> {
		const ours = withCredentials(workflow, bench.credentials);
		const nodes = ours.nodes.map((node) =>
			node.name === 'Model' ? { ...node, credentials: { [credential]: { id: saved.id, name: saved.name } } } : node,
		);
		return await bench.api.createWorkflow({ ...ours, nodes });
	}

	const card = () => bench.sandbox.received.cards[0];

	it.each([
		['OpenAI, newest agent', 'openAi', (): number => newest],
		['OpenAI, agent 2.2', 'openAi', (): number => 2.2],
		['Anthropic, newest agent', 'anthropic', (): number => newest],
	] as const)(
		'%s: thinking, words one by one, tools, finished; one card in the chat of the message',
		async (_, by, versionOf) => {
			const { requests, said, execution } = await talk(
				({ messages, tools }) =>
					messages.at(-1)?.role === 'tool'
						? { content: TEXT, everyMs: 40 }
						: { content: '我先建个待办', everyMs: 20, tool: tools?.[0]?.function.name, arguments: { subject: '评审' } },
				{ by, version: versionOf(), card: { showToolSteps: true } },
			);
			expect(requests.map(({ stream }) => stream)).toEqual([true, true]);
			expect(said).toBe(TEXT);
			expect(bench.sandbox.received.cards).toHaveLength(1);
			const { frames = [], ...shown } = card() ?? {};
			expect(shown).toMatchObject({
				spaces: [`IM_GROUP.${bench.sandbox.company.group.openConversationId}`],
				ended: 'done',
			});
			expect(frames.length).toBeGreaterThan(5);
			expect(frames[0]).toMatchObject({ status: '2' });
			// The tool may be done before the next update.
			expect(frames.some(({ text }) => /^(> . Create a to-do\n\n)?我先建/u.test(text))).toBe(true);
			for (const { text } of frames) expect((text.match(/```/g) ?? []).length % 2).toBe(0);
			expect(frames.slice(-2)).toMatchObject([
				{ text: `> ✅ Create a to-do\n\n${TEXT}`, end: 'done' },
				{ status: '3' },
			]);
			expect(execution.ran).toContain('AI Card');
		},
	);

	it('where it is wanted whole, the model does not stream: three calls', async () => {
		const { requests } = await talk(() => ({ content: TEXT }), { card: { show: 'finished' } });
		expect(requests.map(({ stream }) => stream === true)).toEqual([false]);
		expect(card()?.frames).toMatchObject([{ text: TEXT, end: 'done' }, { status: '3' }]);
		expect(bench.sandbox.log.filter(({ path }) => path.startsWith('/v1.0/card')).length).toBeGreaterThanOrEqual(3);
	});

	it('a model that breaks off leaves the card with its error, and no more', async () => {
		const { execution } = await talk(() => ({ content: TEXT, everyMs: 50, status: 500 }), { fails: true });
		expect(execution.error()).toBeDefined();
		// n8n 1 says that the execution has ended before it has closed the model.
		await eventually('the card to end', async () => await Promise.resolve(card()?.ended));
		expect(card()).toMatchObject({ ended: 'failed', publicData: { flowStatus: '5' } });
		expect(card()?.frames?.at(-1)?.text).toMatch(/^好的[^]*出错了/);
	});

	it('a refused card becomes a message, and the execution says why', async () => {
		bench.sandbox.company.longestCardText = 60;
		const { execution } = await talk(() => ({ content: TEXT, everyMs: 20 })).finally(
			() => (bench.sandbox.company.longestCardText = Infinity),
		);
		expect(bench.sandbox.received.messages.at(-1)).toMatchObject({ type: 'sampleMarkdown', content: { text: TEXT } });
		expect(JSON.stringify(execution)).toContain('content is too large');
		expect(card()).toMatchObject({ publicData: { flowStatus: '3' } });
	});
});
