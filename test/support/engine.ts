/**
 * Runs a node in n8n's own execution context (n8n-core), without the n8n server: real parameter resolution, real HTTP,
 * real credential flow (pre-authentication, authenticate, 401). Only the database is missing: credentials are kept in a map.
 */
import { ExecuteContext, ExecutionLifecycleHooks, LoadOptionsContext } from 'n8n-core';
import {
	ICredentialsHelper,
	Workflow,
	createEmptyRunExecutionData,
	type ICredentialDataDecryptedObject,
	type ICredentialType,
	type IDataObject,
	type IExecuteResponsePromiseData,
	type IExecuteData,
	type IHttpRequestHelper,
	type IHttpRequestOptions,
	type INode,
	type INodeCredentialsDetails,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWorkflowBase,
	type IWorkflowExecuteAdditionalData,
	type WorkflowExecuteMode,
} from 'n8n-workflow';
import { DingTalkApi } from '../../credentials/DingTalkApi.credentials';
import { DingTalkRobotApi } from '../../credentials/DingTalkRobotApi.credentials';
import { packageName, productOf } from '../../scripts/nodes';
import type { Sandbox } from '../../sandbox';

const credentialTypes: Record<string, ICredentialType> = {
	dingTalkApi: new DingTalkApi(),
	dingTalkRobotApi: new DingTalkRobotApi(),
};

/** n8n's credential flow over a map instead of a database. */
export class MemoryCredentials extends ICredentialsHelper {
	constructor(readonly stored: Record<string, ICredentialDataDecryptedObject>) {
		super();
	}
	getParentTypes = () => [];
	isCredentialUsableByNode = () => true;
	getCredentials = async (): Promise<never> =>
		await Promise.reject(new Error('the engine without a server has no stored entity'));
	getCredentialsProperties = (type: string) => credentialTypes[type]?.properties ?? [];
	runPreAuthentication = async () => await Promise.resolve(undefined);

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		type: string,
		options: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const { authenticate } = credentialTypes[type] ?? {};
		return typeof authenticate === 'function' ? await authenticate(credentials, options) : options;
	}

	async preAuthentication(
		helpers: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
		type: string,
		_node: INode,
		expired: boolean,
	) {
		const credentialType = credentialTypes[type];
		if (!credentialType?.preAuthentication || (credentials.accessToken !== '' && !expired)) return undefined;
		const output = await credentialType.preAuthentication.call(helpers, credentials);
		Object.assign(this.stored[type] ?? {}, output);
		return Object.assign(credentials, output) as ICredentialDataDecryptedObject;
	}

	async getDecrypted(_data: IWorkflowExecuteAdditionalData, _details: INodeCredentialsDetails, type: string) {
		return await Promise.resolve({ ...this.stored[type] });
	}
	async updateCredentials(_details: INodeCredentialsDetails, type: string, data: ICredentialDataDecryptedObject) {
		this.stored[type] = data;
		await Promise.resolve();
	}
	async updateCredentialsOauthTokenData() {
		await Promise.resolve();
	}
}

/** Both credentials, pointing at the sandbox. */
export const sandboxCredentials = (
	sandbox: Sandbox,
	overrides: IDataObject = {},
): Record<string, ICredentialDataDecryptedObject> => {
	const { company } = sandbox;
	return {
		dingTalkApi: {
			clientId: company.appKey,
			clientSecret: company.appSecret,
			accessToken: '',
			expiresAt: '',
			corpId: company.corpId,
			agentId: String(company.agentId),
			robotCode: company.robotCode,
			defaultOperator: company.users[0]?.userid ?? '',
			callbackToken: '',
			callbackAesKey: '',
			apiHost: sandbox.url,
			legacyHost: sandbox.legacyUrl,
			fileHosts: sandbox.storageUrl,
			...overrides,
		} as ICredentialDataDecryptedObject,
		dingTalkRobotApi: { webhook: sandbox.robotWebhook, secret: company.groupRobot.secret, host: sandbox.legacyUrl },
	};
};

export interface Call {
	parameters: IDataObject;
	/** Input items; one empty item unless given. */
	items?: INodeExecutionData[];
	credentials: Record<string, ICredentialDataDecryptedObject>;
	onError?: INode['onError'];
	timezone?: string;
	/** Name of the node, where two nodes have the resource and operation: `dingTalkSpreadsheet`. */
	product?: string;
	/** A node of the test's own, in place of the product node that has the operation. */
	nodeType?: INodeType;
	/** A trigger before the node: how and with what it started the execution. */
	startedBy?: {
		type: string;
		nodeType?: INodeType;
		parameters?: IDataObject;
		json: IDataObject;
		mode: WorkflowExecuteMode;
	};
	/** Gets what the node sends to whoever waits for the execution. */
	onResponse?: (response: IExecuteResponsePromiseData) => void;
	/** What the workflow keeps between executions; written into, as n8n does. */
	staticData?: IDataObject;
	/** Gets what n8n would show above the output. */
	onHints?: (messages: string[]) => void;
}

const TRIGGER = 'Its "Trigger"';

function prepare({
	parameters,
	items = [{ json: {} }],
	credentials,
	onError,
	timezone = 'Asia/Shanghai',
	product,
	nodeType = productOf(parameters.resource, parameters.operation, product).node,
	startedBy,
	onResponse,
	staticData,
}: Call) {
	const node: INode = {
		id: 'node',
		name: 'DingTalk',
		type: `${packageName}.${nodeType.description.name}`,
		typeVersion: 1,
		position: [0, 0],
		parameters: parameters as INode['parameters'],
		credentials: { dingTalkApi: { id: '1', name: 'app' }, dingTalkRobotApi: { id: '2', name: 'robot' } },
		...(onError && { onError }),
	};
	const typeOf = (type: string) => (type === startedBy?.type ? startedBy.nodeType : undefined) ?? nodeType;
	const nodeTypes: INodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const trigger: INode[] = startedBy
		? [
				{
					id: 'trigger',
					name: TRIGGER,
					type: startedBy.type,
					typeVersion: 1,
					position: [0, 0],
					parameters: (startedBy.parameters ?? {}) as INode['parameters'],
				},
			]
		: [];
	const connections = { [TRIGGER]: { main: [[{ node: 'DingTalk', type: 'main' as const, index: 0 }]] } };
	const workflow = new Workflow({
		id: 'w',
		nodes: [node, ...trigger],
		connections: startedBy ? connections : {},
		active: false,
		nodeTypes,
		settings: { timezone },
		...(staticData && { staticData }),
	});
	const hooks = new ExecutionLifecycleHooks(startedBy?.mode ?? 'manual', '1', {} as IWorkflowBase);
	hooks.addHandler('sendResponse', (response) => onResponse?.(response));
	const additionalData = {
		credentialsHelper: new MemoryCredentials(credentials),
		executionId: '1',
		timezone,
		hooks,
	} as unknown as IWorkflowExecuteAdditionalData;
	return { node: workflow.getNode('DingTalk') ?? node, workflow, additionalData, items, nodeType };
}

/** Executes a node once. Throws what n8n would show as the node's error. */
export async function execute(call: Call): Promise<INodeExecutionData[]> {
	const { node, workflow, additionalData, items, nodeType } = prepare(call);
	const inputData = { main: [items] };
	const executeData: IExecuteData = { node, data: inputData, source: null };
	const run = createEmptyRunExecutionData();
	if (call.startedBy)
		run.resultData.runData[TRIGGER] = [
			{
				startTime: 0,
				executionIndex: 0,
				executionTime: 0,
				source: [],
				data: { main: [[{ json: call.startedBy.json }]] },
			},
		];
	const context = new ExecuteContext(
		workflow,
		node,
		additionalData,
		call.startedBy?.mode ?? 'manual',
		run,
		0,
		items,
		inputData,
		executeData,
		[],
	);
	const output = await nodeType.execute?.call(context);
	call.onHints?.(context.hints.map(({ message }) => message));
	return Array.isArray(output) ? (output[0] ?? []) : [];
}

/** The `json` of every output item. */
export const outputs = async (call: Call): Promise<IDataObject[]> => (await execute(call)).map(({ json }) => json);

/** The context in which the editor fills its lists. */
export function editor(call: Call): LoadOptionsContext {
	const { node, workflow, additionalData } = prepare(call);
	additionalData.currentNodeParameters = node.parameters;
	return new LoadOptionsContext(workflow, node, additionalData, '');
}
