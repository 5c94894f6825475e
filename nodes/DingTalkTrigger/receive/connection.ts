import { type INode, type NodeApiError, NodeOperationError } from 'n8n-workflow';

import type { Leave, Listener, Reply } from '../../listening/listener';
import { clock } from '../../listening/clock';
import { subscribe } from '../../listening/subscribe';
import { SocketError } from '../../protocol/stream/connection';
import { GatewayError } from '../../protocol/stream/gateway';
import type { SessionState } from '../../protocol/stream/session';
import { toNodeError } from '../../runtime/nodeError';
import type { Credential } from '../credential';
import { passes } from '../filters';
import { fromFrame } from '../item/frame';
import type { Incoming } from '../item/incoming';
import type { Settings } from '../settings';
import { answeringOf } from './answering';
import type { StreamContext } from './context';
import { topicsFor } from './topics';
import { isWithheld } from './withheld';

/** What a trigger does with the events that pass its filters. */
export interface Taking extends Pick<Listener, 'stop'> {
	take(incoming: Incoming): Promise<Reply>;
}

/** Why the gateway does not let this app in, and what to do. */
function sentence(node: INode, error: unknown): NodeApiError | NodeOperationError {
	if (!(error instanceof GatewayError)) return toNodeError(node, error);
	const trace = [error.code && `code ${error.code}`, error.requestId && `request id ${error.requestId}`]
		.filter(Boolean)
		.join(', ');
	return new NodeOperationError(node, error, {
		message: `${error.message} (${trace})`,
		description:
			'Check Client ID and Client Secret of the credential, and that Stream mode is switched on for the app in the developer console.<br>请检查凭证的 Client ID 和 Client Secret，并在开发者后台为应用开启 Stream 模式。',
	});
}

/** Says in the log that the connection has come or gone. */
function log({ logger }: StreamContext, state: SessionState): void {
	if (state.name === 'online') return logger.info('DingTalk Stream: connected');
	const { cause } = state;
	// n8n's proxy settings do not reach the platform's WebSocket.
	const hint =
		cause instanceof SocketError ? '. Behind a proxy: set NODE_USE_ENV_PROXY=1 beside HTTPS_PROXY (Node.js 24)' : '';
	logger.warn(`DingTalk Stream: not connected (${cause.message}${hint}), trying again`);
}

/** Listens to the app's connection for one trigger. Throws the node's error when the gateway refuses the app. */
export async function listen(
	context: StreamContext,
	credential: Credential,
	settings: Settings,
	{ take, stop }: Taking,
): Promise<Leave> {
	const { apiHost: host, clientId, clientSecret } = credential;
	const { filters } = settings;
	const answering = answeringOf(context, credential, settings);
	return await subscribe({
		app: { host, clientId, clientSecret },
		httpRequest: context.helpers.httpRequest,
		topics: topicsFor(filters, answering !== undefined),
		answering,
		isTest: context.getMode() === 'manual',
		wants: (frame) => {
			const incoming = fromFrame(frame, clock.now());
			return incoming !== undefined && passes(filters, incoming) && !isWithheld(context, incoming);
		},
		take: async (frame) => {
			const incoming = fromFrame(frame, clock.now());
			return incoming ? await take(incoming) : { taken: true };
		},
		state: (state) => log(context, state),
		failed: (error) =>
			context.logger.error(
				`DingTalk Trigger: an event could not be handled (${error instanceof Error ? error.message : String(error)})`,
			),
		stop,
	}).catch((error: unknown) => {
		throw sentence(context.getNode(), error);
	});
}
