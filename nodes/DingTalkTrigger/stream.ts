import {
	type IExecuteFunctions,
	type INode,
	type ITriggerFunctions,
	type ITriggerResponse,
	type NodeApiError,
	NodeOperationError,
} from 'n8n-workflow';

import { GatewayError } from '../protocol/stream/gateway';
import type { Clock } from '../protocol/stream/ports';
import type { SessionState } from '../protocol/stream/session';
import { toNodeError } from '../runtime/nodeError';
import { acknowledgement } from './acknowledge';
import { type Credential, readCredential } from './credential';
import { ENRICH_WITHIN, enrich } from './enrich';
import { runOnce } from './execution';
import { type Member, hub } from './hub';
import { Inbox } from './inbox';
import { type Incoming, likenessOf } from './incoming';
import { scopeOf } from './live';
import { Once } from './once';
import { clock, closableClock, platformDial, platformPost } from './platform';
import { type Recovering, recoverFailed } from './recovery';
import { type Settings, readSettings } from './settings';
import { isWanted, subscriptionsFor } from './wanted';

/** An active trigger's, or that of the editor's test run, in which the trigger is the first node of an execution. */
type Context = ITriggerFunctions | IExecuteFunctions;

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
function log({ logger }: Context, state: SessionState): void {
	if (state.name === 'online') return logger.info('DingTalk Stream: connected');
	logger.warn(`DingTalk Stream: not connected (${state.cause.message}), trying again`);
}

type Taking = Pick<Member, 'take' | 'stop'>;

const memberFor = (context: Context, { wanted }: Settings, taking: Taking): Member => ({
	subscriptions: subscriptionsFor(wanted),
	isTest: context.getMode() === 'manual',
	wants: (incoming) => isWanted(wanted, incoming),
	state: (state) => log(context, state),
	...taking,
});

/** Takes events for an active workflow: bounded, once only, answered as the node says. */
function takeActively(
	context: ITriggerFunctions,
	settings: Settings,
	deadlines: Clock,
): Taking & { recovering: Recovering } {
	const { wanted, maxInFlight, acknowledge, recoverFailed: comesWithoutId } = settings;
	const data = context.getWorkflowStaticData('node');
	const once = new Once(data, scopeOf(context));
	const policy = {
		repeatFailed: acknowledge === 'succeeded',
		comesWithoutId,
		clock: deadlines,
		enrich: async (incoming: Incoming) => await enrich(context, settings, incoming, deadlines, ENRICH_WITHIN),
	};
	const inbox = new Inbox<Incoming>(
		maxInFlight,
		async (incoming, started) => await runOnce(context, once, policy, incoming, started),
	);
	const take = (incoming: Incoming) => inbox.take(incoming);
	return {
		take: async (incoming) => await acknowledgement(acknowledge, incoming, take(incoming), deadlines),
		stop: () => inbox.close(),
		recovering: { wanted, data, take, hasCome: (incoming) => once.hasEnded(likenessOf(incoming)) },
	};
}

/** Makes a trigger a member of its app's connection. */
async function join(context: Context, { apiHost, clientId, clientSecret }: Credential, member: Member) {
	const { httpRequest } = context.helpers;
	const ports = { clock, random: Math.random, dial: await platformDial(), post: platformPost(httpRequest) };
	return await hub.join({ host: apiHost, clientId, clientSecret }, member, ports).catch((error: unknown) => {
		throw sentence(context.getNode(), error);
	});
}

/** The Stream connection of one active trigger node, from activation to deactivation. */
export async function startStream(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = readSettings(context);
	const credential = await readCredential(context);
	const deadlines = closableClock(clock);
	const { recovering, ...taking } = takeActively(context, settings, deadlines);
	const leave = await join(context, credential, memberFor(context, settings, taking));
	const stopRecovery =
		settings.recoverFailed && settings.wanted.events
			? recoverFailed(context, credential, recovering, deadlines)
			: async () => {};
	return {
		closeFunction: async () => {
			await stopRecovery();
			await leave();
			deadlines.close();
		},
	};
}

/** Waits for the editor's first event, of which other triggers on the connection lose nothing. undefined when the person stops waiting. */
export async function listenOnce(context: IExecuteFunctions): Promise<Incoming | undefined> {
	const settings = readSettings(context);
	const { promise: first, resolve } = context.helpers.createDeferredPromise<Incoming | undefined>();
	const show = async (incoming: Incoming) => {
		resolve(await enrich(context, settings, incoming, clock, ENRICH_WITHIN));
		return { taken: true };
	};
	context.onExecutionCancellation(() => resolve(undefined));
	const leave = await join(
		context,
		await readCredential(context),
		memberFor(context, settings, { take: show, stop: () => {} }),
	);
	return await first.finally(leave);
}
