/** An agent's node in n8n's own engine (n8n-core), with the AI Card between it and a model; it asks as n8n's agents do. */
import { HumanMessage, ToolMessage, AIMessage, type BaseMessage } from '@langchain/core/messages';
import { ExecuteContext, ExecutionLifecycleHooks } from 'n8n-core';
import {
	createEmptyRunExecutionData,
	NodeConnectionTypes,
	Workflow,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { DingTalkAiCard } from '../../../nodes/DingTalkAiCard/DingTalkAiCard.node';
import { packageName } from '../../../scripts/nodes';
import type { Sandbox } from '../../../sandbox';
import { MemoryCredentials, sandboxCredentials } from '../../support/engine';
import type { ScriptedModel } from './scriptedModel';

const plain = (
	inputs: INodeType['description']['inputs'],
	outputs: INodeType['description']['outputs'],
): INodeType => ({
	description: {
		displayName: 'Test',
		name: 'test',
		group: ['transform'],
		version: 1,
		description: 'A node for a test',
		defaults: { name: 'Test' },
		inputs,
		outputs,
		properties: [],
	},
});
const { AiLanguageModel, Main } = NodeConnectionTypes;

/** What came of the connected model being supplied once; `close` is what n8n does when the agent's node has run. */
export interface Round {
	model: ScriptedModel;
	close: () => Promise<void>;
}

export interface Setting {
	sandbox: Sandbox;
	/** The model behind the card. */
	model: ScriptedModel;
	/** Of the AI Card. */
	parameters?: IDataObject;
	options?: IDataObject;
	items?: INodeExecutionData[];
	/** The node that asks. */
	type?: string;
	typeVersion?: number;
	/** What a DingTalk Trigger above it started the execution with. */
	trigger?: IDataObject;
}

let executions = 0;

/** One execution: `round` is what one run of the agent's node gets; `record`, what n8n keeps of the AI Card's runs. */
export function agentIn({
	sandbox,
	model,
	parameters = { sendTo: 'person', person: { __rl: true, mode: 'userId', value: 'zhangsan' } },
	options = {},
	items = [{ json: {} }],
	type = '@n8n/n8n-nodes-langchain.agent',
	typeVersion = 3.1,
	trigger,
}: Setting) {
	const node = (name: string, of: string, more: Partial<INode> = {}): INode => ({
		id: name,
		name,
		type: of,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		...more,
	});
	const card = new DingTalkAiCard();
	const types: Record<string, INodeType> = {
		[type]: plain([Main, { type: AiLanguageModel, required: true, maxConnections: 1 }], [Main]),
		model: {
			...plain([], [AiLanguageModel]),
			supplyData: async () => await Promise.resolve({ response: model.again() }),
		},
		[`${packageName}.dingTalkAiCard`]: card,
		[`${packageName}.dingTalkTrigger`]: plain([], [Main]),
	};
	const typeOf = (name: string) => types[name] ?? card;
	const nodeTypes: INodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const between = (to: string, kind: 'ai_languageModel' | 'main') => ({
		[kind]: [[{ node: to, type: kind, index: 0 }]],
	});
	const workflow = new Workflow({
		id: 'w',
		nodes: [
			node('Agent', type, { typeVersion }),
			node('AI Card', `${packageName}.dingTalkAiCard`, {
				parameters: { show: 'growing', showToolSteps: false, ...parameters, options } as INode['parameters'],
				credentials: { dingTalkApi: { id: '1', name: 'app' } },
			}),
			node('Model', 'model'),
			node('Start', `${packageName}.dingTalkTrigger`),
			node('Between', 'between'),
		],
		connections: {
			Model: between('AI Card', 'ai_languageModel'),
			'AI Card': between('Agent', 'ai_languageModel'),
			Start: between('Between', 'main'),
			Between: between('Agent', 'main'),
		},
		active: false,
		nodeTypes,
		settings: { timezone: 'Asia/Shanghai' },
	});
	const hooks = new ExecutionLifecycleHooks('trigger', '1', {} as IWorkflowBase);
	const additionalData = {
		credentialsHelper: new MemoryCredentials(sandboxCredentials(sandbox)),
		executionId: `test-${++executions}`,
		currentNodeExecutionIndex: 0,
		hooks,
	} as unknown as IWorkflowExecuteAdditionalData;
	const run = createEmptyRunExecutionData();
	run.executionData = {
		contextData: {},
		nodeExecutionStack: [],
		metadata: {},
		waitingExecution: {},
		waitingExecutionSource: {},
	};
	if (trigger)
		run.resultData.runData.Start = [
			{ startTime: 0, executionIndex: 0, executionTime: 0, source: [], data: { main: [[{ json: trigger }]] } },
		];

	/** One run of the agent's node. */
	const round = async (): Promise<Round> => {
		const agent = workflow.getNode('Agent') ?? node('Agent', type);
		const closing: Array<() => Promise<void>> = [];
		const data = { main: [items] };
		const execute = { node: agent, data, source: null };
		const context = new ExecuteContext(
			workflow,
			agent,
			additionalData,
			'trigger',
			run,
			0,
			items,
			data,
			execute,
			closing,
		);
		const supplied = (await context.getInputConnectionData(AiLanguageModel, 0)) as ScriptedModel;
		return { model: supplied, close: async () => void (await Promise.all(closing.map(async (one) => await one()))) };
	};
	const record = (): IDataObject[] =>
		(run.resultData.runData['AI Card'] ?? []).flatMap(
			({ data }) => data?.ai_languageModel?.[0]?.map(({ json }) => json) ?? [],
		);
	const hints = (): string[] =>
		(run.resultData.runData['AI Card'] ?? []).flatMap(({ hints: some = [] }) => some.map(({ message }) => message));
	/** What n8n does at the end of an execution that somebody stops. */
	const stop = async (): Promise<void> =>
		await hooks.runHook('workflowExecuteAfter', [{ status: 'canceled' } as never, {}]);
	return { round, record, hints, stop };
}

export const asks = (text = '你好'): BaseMessage[] => [new HumanMessage(text)];

/** The conversation when the tools that the model wanted have run. */
export const withTools = (before: BaseMessage[], ...ids: string[]): BaseMessage[] => [
	...before,
	...ids.flatMap((id) => [
		new AIMessage({ content: '', tool_calls: [{ id, name: 'tool', args: {} }] }),
		new ToolMessage({ content: 'result', tool_call_id: id }),
	]),
];
