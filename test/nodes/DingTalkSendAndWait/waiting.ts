/**
 * n8n around a node that waits, without its server: the node runs in n8n's own contexts, and `/webhook-waiting/…` is served
 * over a real socket as n8n does it (waiting-webhooks.js of 2.40.5): the signature of path and query is checked first, and what
 * comes while the execution runs, has ended or is not there any more is answered without the node.
 */
import { once } from 'node:events';
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import { ExecuteContext, WebhookContext, validateUrlSignature } from 'n8n-core';
import {
	type ICredentialDataDecryptedObject,
	type IDataObject,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type INodeTypes,
	type IWebhookData,
	type IWorkflowExecuteAdditionalData,
	Workflow,
	createRunExecutionData,
} from 'n8n-workflow';

import { nodeIn } from '../../../scripts/nodes';
import { MemoryCredentials } from '../../support/engine';
import { bodyOf } from './body';

const nodeType = nodeIn('DingTalkSendAndWait');
export const NODE_ID = '7d9b9a4e-1c6f-4b0e-9a52-0f7d8f1d2c3b';
const WAITING = '/webhook-waiting/';
/** What n8n says where it could not take an answer up. */
const PROBLEM = 'There was a problem executing the workflow';
export const NO_ACTION = '<!DOCTYPE html><title>No action required</title>';

interface Answering extends ServerResponse {
	status(code: number): Answering;
	set(headers: Record<string, string>): Answering;
	send(body: string): void;
	json(body: unknown): void;
}

/** What n8n's Express adds to an answer. */
function answering(response: ServerResponse): Answering {
	const extended = response as Answering;
	extended.status = (code) => Object.assign(extended, { statusCode: code });
	extended.set = (headers) => {
		for (const [name, value] of Object.entries(headers)) extended.setHeader(name, value);
		return extended;
	};
	extended.send = (body) => void extended.end(body);
	extended.json = (body) => void extended.setHeader('content-type', 'application/json').end(JSON.stringify(body));
	return extended;
}

export type State = 'running' | 'waiting' | 'finished' | 'failed' | 'deleted';

/** One execution that comes to the node. */
export interface Waiting {
	/** Base of the addresses that n8n hands out. */
	readonly base: string;
	readonly executionId: string;
	state: State;
	waitTill?: Date;
	hints: string[];
	/** What the execution went on with. */
	resumed?: INodeExecutionData[];
	/** Requests to the waiting execution. */
	readonly calls: Array<{ method: string; path: string; body: string; status: number }>;
	/** Runs the node; its output, which n8n keeps while it waits. */
	run(): Promise<INodeExecutionData[]>;
	/** Milliseconds that n8n takes to answer. */
	slow: number;
	/** Loses what the node noted of its question. */
	forget(): void;
	/** The node as each process of n8n that takes answers has loaded it; they take turns. */
	readonly processes: INodeType[];
	close(): Promise<void>;
}

export async function startWaiting(
	parameters: IDataObject,
	credential: ICredentialDataDecryptedObject,
	{ items = [{ json: {} }], executionId = '42', nodeId = NODE_ID, onError }: Partial<Settings> = {},
): Promise<Waiting> {
	const server = createServer((request, response) => {
		const answer = answering(response);
		void handle(request, answer).catch((error: Error) => answer.status(500).send(error.stack ?? error.message));
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

	const nodeTypes: INodeTypes = {
		getByName: () => nodeType,
		getByNameAndVersion: () => nodeType,
		getKnownTypes: () => ({}),
	};
	const node = {
		id: nodeId,
		name: 'Ask',
		type: 'n8n-nodes-dingtalk-suite.dingTalkSendAndWait',
		typeVersion: 1,
		position: [0, 0],
		parameters,
		credentials: { dingTalkApi: { id: 'c', name: 'c' } },
		...(onError && { onError }),
	} as unknown as INode;
	const workflow = new Workflow({ id: 'w', nodes: [node], connections: {}, active: true, nodeTypes });
	const own = workflow.getNode('Ask') ?? node;
	const data = {
		credentialsHelper: new MemoryCredentials({ dingTalkApi: credential }),
		executionId,
		webhookWaitingBaseUrl: `${base}/webhook-waiting`,
		formWaitingBaseUrl: `${base}/form-waiting`,
		timezone: 'Asia/Shanghai',
		variables: {},
	} as unknown as IWorkflowExecuteAdditionalData;
	const input = { main: [items] };
	const run = createRunExecutionData({
		executionData: { nodeExecutionStack: [{ node: own, data: input, source: null }] },
	});

	/** What n8n signs with. */
	let secret = '';
	let turn = 0;
	const waiting: Waiting = {
		base,
		executionId,
		state: 'running',
		hints: [],
		calls: [],
		slow: 0,
		processes: [nodeType],
		forget: () => void Object.assign(run.executionData ?? {}, { contextData: {} }),
		run: async () => {
			const context = new ExecuteContext(
				workflow,
				own,
				data,
				'trigger',
				run,
				0,
				items,
				input,
				{ node: own, data: input, source: null },
				[],
			);
			const settings = Reflect.get(context, 'instanceSettings') as { hmacSignatureSecret: string };
			secret = settings.hmacSignatureSecret;
			const output = await nodeType.execute?.call(context);
			waiting.hints = context.hints.map(({ message }) => message);
			waiting.waitTill = run.waitTill;
			// Without a wait n8n goes on at once.
			waiting.state = run.waitTill ? 'waiting' : 'finished';
			return Array.isArray(output) ? (output[0] ?? []) : [];
		},
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};

	async function handle(request: IncomingMessage, response: Answering): Promise<void> {
		const raw = await buffer(request);
		const body = raw.toString();
		const { method = '', url: path = '' } = request;
		response.on('finish', () => waiting.calls.push({ method, path, body, status: response.statusCode }));
		if (waiting.slow > 0) await new Promise((resolve) => setTimeout(resolve, waiting.slow));
		const url = new URL(path, base);
		const signature = url.searchParams.get('signature') ?? '';
		if (url.pathname !== `${WAITING}${executionId}/${nodeId}` || waiting.state === 'deleted')
			return response.status(404).json({ message: 'The execution does not exist.' });
		if (!validateUrlSignature(signature, url, secret)) return response.status(401).send('invalid token');
		if (waiting.state === 'running') return response.status(409).json({ message: 'is running already' });
		if (waiting.state === 'failed') return response.status(409).json({ message: 'has finished with error.' });
		if (waiting.state === 'finished') return response.set({ 'content-type': 'text/html' }).send(NO_ACTION);
		const query = Object.fromEntries(url.searchParams);
		const httpRequest = Object.assign(request, {
			query,
			rawBody: raw,
			contentType: request.headers['content-type']?.split(';')[0],
			body: await bodyOf(request.headers['content-type'] ?? '', raw),
		});
		const webhookDescription = nodeType.description.webhooks?.find(({ httpMethod }) => httpMethod === method);
		const context = new WebhookContext(
			workflow,
			own,
			{ ...data, httpRequest: httpRequest as never, httpResponse: response as never },
			'webhook',
			{ webhookDescription } as IWebhookData,
			[],
			run,
		);
		const process = waiting.processes[turn++ % waiting.processes.length];
		const answered = await process?.webhook?.call(context).catch((error: Error) => {
			// n8n goes on with the error.
			waiting.state = 'failed';
			throw error;
		});
		const { workflowData, webhookResponse, noWebhookResponse } = answered ?? {};
		if (workflowData) {
			// n8n takes an execution out of waiting once, in its database; what it answers by itself goes out after that.
			if (Reflect.get(waiting, 'state') !== 'waiting')
				return noWebhookResponse ? undefined : response.status(500).json({ code: 0, message: PROBLEM });
			waiting.resumed = workflowData.flat();
			waiting.state = 'finished';
		}
		if (noWebhookResponse) return;
		if (typeof webhookResponse === 'string') response.send(webhookResponse);
		else response.json(webhookResponse);
	}
	return waiting;
}

interface Settings {
	items: INodeExecutionData[];
	executionId: string;
	nodeId: string;
	onError: INode['onError'];
}
