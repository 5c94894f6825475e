/** Runs a workflow of two nodes (items → our node) in n8n's own engine: error modes, outputs and cancelling as in the server. */
import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	NodeConnectionTypes,
	Workflow,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { productOf } from '../../scripts/nodes';
import { MemoryCredentials, type Call } from './engine';

/** Gives the input items. */
const source = (items: INodeExecutionData[]): INodeType => ({
	description: {
		displayName: 'Source',
		name: 'source',
		group: ['trigger'],
		version: 1,
		description: 'Items',
		defaults: { name: 'Source' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		properties: [],
	},
	execute: async () => await Promise.resolve([items]),
});

const nodeOf = (name: string, type: string, more: Partial<INode> = {}): INode => ({
	id: name,
	name,
	type,
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
	...more,
});

export interface Ran {
	status: IRun['status'];
	/** Items of our node's output. */
	regular: INodeExecutionData[];
	/** Items of its error output (`continueErrorOutput`). */
	errors: INodeExecutionData[];
	/** What stopped the execution, as n8n saves it. */
	error: unknown;
	/** All that n8n saves of the execution. */
	data: IRun['data'];
}

/** Starts an execution; `cancel` is the stop button. */
export function start({
	parameters,
	items = [{ json: {} }],
	credentials,
	onError,
	timezone = 'Asia/Shanghai',
	product,
	nodeType = productOf(parameters.resource, parameters.operation, product).node,
}: Call): { done: Promise<Ran>; cancel: () => void } {
	const types: Record<string, INodeType> = { source: source(items), ours: nodeType };
	const nodeTypes: INodeTypes = {
		getByName: (type) => types[type] as INodeType,
		getByNameAndVersion: (type) => types[type] as INodeType,
		getKnownTypes: () => ({}),
	};
	const names = nodeType.description.credentials?.map(({ name }) => [name, { id: name, name }]) ?? [];
	const ours = nodeOf('DingTalk', 'ours', {
		parameters: parameters as INode['parameters'],
		credentials: Object.fromEntries(names) as INode['credentials'],
		...(onError && { onError }),
	});
	const connections = { Source: { main: [[{ node: 'DingTalk', type: NodeConnectionTypes.Main, index: 0 }]] } };
	const workflow = new Workflow({
		id: 'w',
		nodes: [nodeOf('Source', 'source'), ours],
		connections,
		active: false,
		nodeTypes,
		settings: { timezone, executionOrder: 'v1' },
	});
	const hooks = new ExecutionLifecycleHooks('manual', '1', {
		id: 'w',
		name: 'w',
		active: false,
		activeVersionId: null,
		isArchived: false,
		createdAt: new Date(0),
		updatedAt: new Date(0),
		nodes: [],
		connections: {},
	});
	const additionalData = {
		credentialsHelper: new MemoryCredentials(credentials),
		executionId: '1',
		timezone,
		hooks,
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
		setExecutionStatus: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const execution = new WorkflowExecute(additionalData, 'manual').run({
		workflow,
		startNode: workflow.getNode('Source') ?? undefined,
	});
	const read = ({ status, data }: IRun): Ran => {
		const outputs = data.resultData.runData.DingTalk?.[0]?.data?.main ?? [];
		return { status, regular: outputs[0] ?? [], errors: outputs[1] ?? [], error: data.resultData.error, data };
	};
	return { done: execution.then(read), cancel: () => execution.cancel() };
}

export const runWorkflow = async (call: Call): Promise<Ran> => await start(call).done;
