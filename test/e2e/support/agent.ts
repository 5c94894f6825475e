import type { INode } from 'n8n-workflow';
import type { Execution, Workflow } from '../../../scripts/host';
import { withCredentials } from '../../../scripts/host/examples';
import type { Bench } from './bench';
import { type Answer, type Request, startModel } from './model';
import { START, type Step, chain, person, typeOf } from './workflow';

/** Type of n8n's agent. */
export const AGENT = '@n8n/n8n-nodes-langchain.agent';

/** A parameter that the model fills in. */
export const fromAi = (name: string, description: string, type = 'string') =>
	`={{ $fromAI('${name}', '${description}', '${type}') }}`;

/** To-Do · Create as a tool: the model says what there is to do. */
export const createTodo = (parameters: Step['parameters']): Step => ({
	name: 'Create a to-do',
	type: `${typeOf('todo', 'create')}Tool`,
	typeVersion: 1,
	credentials: { dingTalkApi: { id: '', name: '' } },
	parameters: {
		resource: 'todo',
		operation: 'create',
		subject: fromAi('subject', 'what there is to do'),
		executors: person(''),
		...parameters,
	},
});

interface Question {
	name: string;
	/** Version of the agent. */
	version: number;
	tools: Step[];
	text?: string;
	/** Options of the agent: `systemMessage` … */
	options?: object;
	/** What the scripted model answers to the conversation so far. */
	think: (request: Request) => Answer;
}

const nodeOf = (step: Step, x: number, y: number): INode => ({ ...step, id: step.name, position: [x, y] });

function workflowOf({ name, version, tools, text = '请处理', options = {} }: Question): Workflow {
	const agent: Step = {
		name: 'Agent',
		type: AGENT,
		typeVersion: version,
		parameters: { promptType: 'define', text, options: { ...options } },
	};
	const workflow = chain(name, [agent]);
	workflow.nodes.push(...tools.map((tool, i) => nodeOf(tool, 440 + i * 200, 300)));
	for (const tool of tools)
		workflow.connections[tool.name] = { ai_tool: [[{ node: 'Agent', type: 'ai_tool', index: 0 }]] };
	workflow.connections.Model = { ai_languageModel: [[{ node: 'Agent', type: 'ai_languageModel', index: 0 }]] };
	return workflow;
}

/** An agent of n8n with these tools and a scripted model, asked once. @returns what it said, and what the model was sent */
export async function askAgent(
	{ api, credentials }: Bench,
	question: Question,
): Promise<{ said: string; requests: Request[]; execution: Execution }> {
	const model = await startModel(question.think);
	const openAi = await api.createCredential('Scripted model', 'openAiApi', { apiKey: 'none', url: model.url });
	const chat: Step = {
		name: 'Model',
		type: '@n8n/n8n-nodes-langchain.lmChatOpenAi',
		typeVersion: 1.2,
		parameters: { model: { __rl: true, mode: 'id', value: 'scripted' }, options: {} },
		credentials: { openAiApi: openAi },
	};
	const ours = withCredentials(workflowOf(question), credentials);
	const execution = await api
		.run({ ...ours, nodes: [...ours.nodes, nodeOf(chat, 440, 500)] }, { trigger: START })
		.finally(model.close);
	return { said: String(execution.json('Agent')[0]?.output), requests: model.requests, execution };
}

/** The newest agent that this n8n has. */
export const newestAgent = async ({ api }: Bench): Promise<number> =>
	Math.max(...(await api.nodeTypes()).filter(({ name }) => name === AGENT).flatMap(({ version }) => version));
