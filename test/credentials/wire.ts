import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IExecuteFunctions,
	IHttpRequestOptions,
	INodeType,
} from 'n8n-workflow';
import { execute } from '../support/engine';
import { nodeOf } from '../support/node';

export type Stored = Record<string, ICredentialDataDecryptedObject>;

/** How n8n's nodes call with a credential: newer ones by `httpRequestWithAuthentication` (`url`), HTTP Request and older ones by `requestWithAuthentication` (`uri`). */
export type Helper = 'httpRequestWithAuthentication' | 'requestWithAuthentication';

const callerOf = (type: string, helper: Helper, options: IDataObject): INodeType => ({
	...nodeOf([], type === 'dingTalkRobotApi' ? type : undefined),
	async execute(this: IExecuteFunctions) {
		const answer: unknown =
			helper === 'httpRequestWithAuthentication'
				? await this.helpers[helper].call(this, type, options as unknown as IHttpRequestOptions)
				: await this.helpers[helper].call(this, type, options);
		return [[{ json: answer as IDataObject }]];
	},
});

/** Makes one call as a node with this credential would. */
export async function callWith(
	credentials: Stored,
	type: string,
	helper: Helper,
	options: IDataObject,
): Promise<unknown> {
	const [item] = await execute({ nodeType: callerOf(type, helper, options), parameters: {}, credentials });
	return item?.json;
}

/** The request in the words of either helper. */
export const to = (helper: Helper, url: string, more: IDataObject = {}): IDataObject => ({
	method: 'POST',
	json: true,
	body: {},
	...(helper === 'httpRequestWithAuthentication' ? { url } : { uri: url }),
	...more,
});

/** Another server on loopback: what it was sent, how often somebody connected, and what it answers. */
export async function listen(
	answer: (request: IncomingMessage) => { status: number; headers?: Record<string, string> } = () => ({ status: 200 }),
) {
	const received: string[] = [];
	let connections = 0;
	const server = createServer((request, response) => {
		received.push(`${request.url ?? ''} ${JSON.stringify(request.headers)}`);
		const { status, headers } = answer(request);
		response.writeHead(status, { 'content-type': 'application/json', ...headers }).end('{}');
	});
	server.on('connection', () => (connections += 1));
	await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
	const close = async () => {
		server.closeAllConnections();
		await new Promise<void>((done) => server.close(() => done()));
	};
	const { port } = server.address() as AddressInfo;
	return { url: `http://127.0.0.1:${port}`, received, connections: () => connections, close };
}
