import { once } from 'node:events';
import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExecuteContext, HookContext, TriggerContext, WebhookContext } from 'n8n-core';
import {
	type IBinaryKeyData,
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeTypes,
	type IRun,
	type IRunExecutionData,
	type ITriggerFunctions,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	Workflow,
	type WorkflowExecuteMode,
	createEmptyRunExecutionData,
} from 'n8n-workflow';

import { DingTalkTrigger } from '../../../nodes/DingTalkTrigger/DingTalkTrigger.node';
import { MemoryCredentials } from '../../support/engine';

/*
 * The trigger in n8n's own contexts (n8n-core), without the server: what the server does around
 * them (storing executions, sending answers) is done here in the plainest way.
 */
const trigger = new DingTalkTrigger();

export type Parameters = Record<string, unknown>;

interface Setting {
	readonly workflow: Workflow;
	readonly node: INode;
	readonly data: IWorkflowExecuteAdditionalData;
}

function setting(
	parameters: Parameters,
	credential: ICredentialDataDecryptedObject,
	baseUrl: string,
	id: string,
): Setting {
	const node = {
		id: `node-${id}`,
		name: 'Trigger',
		type: 'ours',
		typeVersion: 1,
		position: [0, 0],
		webhookId: id,
		parameters,
		credentials: { dingTalkApi: { id: 'c', name: 'c' } },
	} as unknown as INode;
	const nodeTypes: INodeTypes = {
		getByName: () => trigger,
		getByNameAndVersion: () => trigger,
		getKnownTypes: () => ({}),
	};
	const workflow = new Workflow({ id: `workflow-${id}`, nodes: [node], connections: {}, active: true, nodeTypes });
	const data = {
		credentialsHelper: new MemoryCredentials({ dingTalkApi: credential }),
		webhookBaseUrl: `${baseUrl}/webhook`,
		webhookTestBaseUrl: `${baseUrl}/webhook-test`,
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	return { workflow, node, data };
}

/** An execution that n8n was asked to start. */
export interface Started {
	readonly item: Record<string, unknown>;
	readonly binary?: IBinaryKeyData;
	/** The static data that n8n saves with it. */
	readonly saved: IDataObject;
	readonly key?: string;
	/** Ends the execution; without a run n8n has refused the key. */
	end(run?: {
		status: 'success' | 'error';
		jobId?: string;
		data?: { resultData: { error?: object; lastNodeExecuted?: string; runData?: object } };
	}): void;
	/** n8n could not store it, or a person stopped it. */
	reject(error: Error): void;
	respond(body: unknown): void;
}

/** Executions as n8n has stored them, by id. */
export type Executions = Record<string, IRunExecutionData>;

/** The trigger in Stream mode, activated. `saved`: its static data before; `executions`: what n8n has stored. */
export function streamTrigger(
	parameters: Parameters,
	credential: ICredentialDataDecryptedObject,
	{ id = 'stream', saved = {}, executions = {} }: { id?: string; saved?: IDataObject; executions?: Executions } = {},
) {
	const { workflow, node, data } = setting({ connection: 'stream', ...parameters }, credential, '', id);
	data.getRunExecutionData = async (executionId) => await Promise.resolve(executions[executionId]);
	Object.assign(workflow.getStaticData('node', node), saved);
	const started: Started[] = [];
	const database = { broken: false };
	const emit: ITriggerFunctions['emit'] = (items, response, done, key) => {
		if (database.broken) throw new Error('emit is broken');
		const [[{ json, binary }]] = items;
		// n8n asks for it at once.
		const resolve = done?.resolve;
		started.push({
			item: json,
			binary,
			saved: JSON.parse(JSON.stringify(workflow.getStaticData('node', node))),
			key,
			end: (run) => resolve?.((run && { data: { resultData: {} }, ...run }) as unknown as IRun),
			reject: (error) => done?.reject(error),
			respond: (body) => response?.resolve({ body, headers: {}, statusCode: 200 } as never),
		});
	};
	const context = new TriggerContext(workflow, node, data, 'trigger', 'activate', emit);
	/** n8n begins an execution, of which the trigger is the first node. */
	const execute = async (
		executionId: string,
		items: INodeExecutionData[],
		mode: WorkflowExecuteMode = 'trigger',
		signal?: AbortSignal,
	) => {
		const input = { main: [items] };
		const run = new ExecuteContext(
			workflow,
			node,
			{ ...data, executionId },
			mode,
			createEmptyRunExecutionData(),
			0,
			items,
			input,
			{ node, data: input, source: null },
			[],
			signal,
		);
		return await trigger.execute.call(run);
	};
	const log: string[] = [];
	const write = (line: string) => void log.push(line);
	Object.defineProperty(context, 'logger', { value: { info: write, warn: write, error: write } });
	return {
		started,
		log,
		database,
		staticData: () => workflow.getStaticData('node', node),
		start: async () => await trigger.trigger.call(context),
		execute,
	};
}

interface Answering extends ServerResponse {
	status(code: number): Answering;
	json(body: unknown): void;
}

/** What n8n hands the node of a request, and takes of it as the answer. */
function answering(response: ServerResponse): Answering {
	const extended = response as Answering;
	extended.status = (code) => Object.assign(extended, { statusCode: code });
	extended.json = (body) => void extended.setHeader('content-type', 'application/json').end(JSON.stringify(body));
	return extended;
}

/** The query as n8n's Express reads it: what repeats is a list. */
function queryOf({ searchParams }: URL): Record<string, string | string[]> {
	const valueOf = (name: string) =>
		searchParams.getAll(name).length > 1 ? searchParams.getAll(name) : (searchParams.get(name) ?? '');
	return Object.fromEntries([...searchParams.keys()].map((name) => [name, valueOf(name)]));
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	return Buffer.concat(chunks);
}

/** The trigger in webhook mode behind a real server on loopback. `saved`: its static data before. */
export async function webhookTrigger(
	parameters: Parameters,
	credential: ICredentialDataDecryptedObject,
	id = 'hook',
	saved: IDataObject = {},
) {
	const started: INodeExecutionData[] = [];
	const warnings: string[] = [];
	const database = {
		locked: false,
		idle: Promise.resolve(),
		/** n8n looks up the webhook and its workflow. */
		lookUp: async (response: ServerResponse): Promise<unknown> => await Promise.resolve(response),
	};
	const server: Server = createServer((request, response) => void handle(request, response));
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const { workflow, node, data } = setting({ connection: 'webhook', ...parameters }, credential, baseUrl, id);
	Object.assign(workflow.getStaticData('node', node), saved);

	async function handle(request: IncomingMessage, response: ServerResponse) {
		const url = new URL(request.url ?? '', baseUrl);
		const name = url.pathname.endsWith('card') ? 'setup' : 'default';
		const webhookDescription = trigger.description.webhooks?.find((one) => one.name === name);
		const rawBody = await bodyOf(request);
		const extended = Object.assign(request, { rawBody, query: queryOf(url) });
		const context = new WebhookContext(
			workflow,
			node,
			{ ...data, httpRequest: extended as never, httpResponse: answering(response) as never },
			'webhook',
			{ webhookDescription } as IWebhookData,
			[],
			null,
		);
		Object.defineProperty(context, 'logger', { value: { warn: (line: string) => warnings.push(line) } });
		await database.lookUp(response);
		const before = JSON.parse(JSON.stringify(workflow.staticData));
		const { workflowData, webhookResponse, noWebhookResponse } = await trigger.webhook.call(context);
		// n8n stores an execution before it answers.
		if (workflowData) await database.idle;
		if (database.locked && workflowData) {
			// It saves the static data with it.
			workflow.staticData = before;
			return void answering(response).status(500).json({ message: 'database is locked' });
		}
		started.push(...(workflowData ?? []).flat());
		if (noWebhookResponse) return;
		if (webhookResponse === '') response.end();
		else answering(response).json(webhookResponse);
	}

	const hook = (name: 'default' | 'setup', mode: WorkflowExecuteMode = 'trigger') => {
		const webhookDescription = trigger.description.webhooks?.find((one) => one.name === name);
		return new HookContext(workflow, node, data, mode, 'activate', { webhookDescription } as IWebhookData);
	};
	const methods = trigger.webhookMethods;
	return {
		url: `${baseUrl}/webhook/${id}/dingtalk`,
		cardUrl: `${baseUrl}/webhook/${id}/dingtalk-card`,
		started,
		warnings,
		database,
		/** What n8n does when a workflow is activated and deactivated. */
		activate: async (name: 'default' | 'setup' = 'default', mode: WorkflowExecuteMode = 'trigger') => {
			if (!(await methods[name].checkExists.call(hook(name, mode)))) await methods[name].create.call(hook(name, mode));
		},
		staticData: () => workflow.getStaticData('node', node),
		deactivate: async () => await methods.default.delete.call(hook('default')),
		exists: async () => await methods.default.checkExists.call(hook('default')),
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
