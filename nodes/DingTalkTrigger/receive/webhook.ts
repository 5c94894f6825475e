import { createHash } from 'crypto';
import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';

import { CARD_DEFAULT_AFTER } from '../../protocol/callback/card';
import { isAesKey, isCallbackToken } from '../../protocol/callback/crypto';
import { readCallback } from '../../protocol/callback/envelope';
import type { CallbackConfig, Received } from '../../protocol/callback/received';
import { type ReplayMemory, createReplayMemory } from '../../protocol/callback/replay';
import type { IncomingCall } from '../../protocol/callback/request';
import { type Credential, readCredential } from '../credential';
import { ENRICH_CALL_WITHIN, ENRICH_WITHIN, enrich } from '../item/enrich';
import { type Incoming, asData, asExecutionItem, namesOf } from '../item/incoming';
import { fromCardCallback } from '../item/cardCallback';
import { fromPushedEvent } from '../item/event';
import { fromRobotMessage } from '../item/robotMessage';
import { Ledger } from '../once/ledger';
import { memoryKeys, memoryOf, scopeOf } from '../once/memory';
import { changeStaticData } from '../once/staticData';
import { clock } from '../../listening/clock';
import { readSettings } from '../settings';
import { passes } from '../filters';
import { holdUntilAnswered, isUnderWay } from './underWay';
import { isWithheld } from './withheld';

/** The name of the webhook whose caller waits for the workflow's answer; n8n knows only two names. */
const CARD_WEBHOOK = 'setup';

/** What has been written into the log within the last minute. */
const logged = createReplayMemory(60_000, 1_000);

const configFor = ({ clientId, clientSecret, corpId, callbackToken, callbackAesKey }: Credential): CallbackConfig => ({
	...(isCallbackToken(callbackToken) &&
		isAesKey(callbackAesKey) && {
			keys: {
				token: callbackToken,
				aesKey: callbackAesKey,
				owners: [clientId, corpId].filter((owner) => owner !== ''),
			},
		}),
	appSecret: clientSecret,
	cardSecrets: [isCallbackToken(callbackToken) ? callbackToken : '', clientSecret],
	...(corpId !== '' && { corpId }),
});

function readCall(context: IWebhookFunctions): IncomingCall {
	const { rawBody, body, query, headers } = context.getRequestObject();
	return { query, headers, body: rawBody ?? JSON.stringify(body ?? '') };
}

/** What the call brings, in the trigger's own terms. */
function incomingOf(received: Exclude<Received, { kind: 'refused' } | { kind: 'check' }>): Incoming[] {
	const now = clock.now();
	if (received.kind === 'events') return received.events.map(fromPushedEvent);
	if (received.kind === 'robot') return [fromRobotMessage(asData(received.message), now)];
	const id = createHash('sha256').update(received.replayKey).digest('hex').slice(0, 32);
	return [fromCardCallback(asData(received.callback), id, now)];
}

/**
 * Answers a card in time whatever the workflow does. The answer of the workflow is a Buffer, which
 * n8n writes out by itself; it comes here only when that was late or never.
 */
function answerInTime(context: IWebhookFunctions): IWebhookResponseData {
	const response = context.getResponseObject();
	clock.after(CARD_DEFAULT_AFTER, () => {
		if (!response.headersSent) response.status(200).json({});
	});
	return { noWebhookResponse: true };
}

/** Refusals that tell nothing of the app's secrets. */
const NAMED_REFUSALS = new Map<number, string>([
	[409, 'came before'],
	[413, 'too large'],
	[503, 'under way'],
]);

/**
 * What the caller hears of a refusal. Signature, key, length, app and organisation are one answer: it does
 * not tell how far a forged call has come. The reason stands in the log.
 */
function refuseAloud(context: IWebhookFunctions, { status }: { status: number }): void {
	const message = NAMED_REFUSALS.get(status);
	const response = context.getResponseObject();
	response.status(message === undefined ? 401 : status).json({ message: message ?? 'not accepted' });
}

/** Handles one call to the node's URL: refused, answered, or answered and run. */
export async function receiveCall(context: IWebhookFunctions): Promise<IWebhookResponseData> {
	const settings = await readSettings(context);
	const config = configFor(await readCredential(context));
	const scope = scopeOf(context);
	const memory = memoryOf(scope, context.getMode() === 'manual');
	const received = readCallback(readCall(context), config, { now: clock.now, memory });

	if (received.kind === 'refused') {
		// A flood of forged calls is not to flood the log as well.
		if (logged.take(`${scope} ${received.reason}`, clock.now()))
			context.logger.warn(`DingTalk Trigger refused a call: ${received.reason}`);
		refuseAloud(context, received);
		return { noWebhookResponse: true };
	}
	if (received.kind === 'check') return { webhookResponse: received.answer };

	const wanted = incomingOf(received).filter(
		(incoming) => passes(settings.filters, incoming) && !isWithheld(context, incoming),
	);
	// Events come again where DingTalk has waited in vain: only when n8n has stored the first is the second done.
	if (received.kind === 'events' && wanted.some((incoming) => isUnderWay(keysIn(scope, incoming)))) {
		memory.forget(received.replayKey);
		refuseAloud(context, { status: 503 });
		return { noWebhookResponse: true };
	}
	const fresh = context.getMode() === 'manual' ? wanted : notYetRun(context, scope, memory, wanted);
	forgetWhenFailed(context, scope, received.replayKey, fresh);
	// A robot's caller would show the text of an answer in the conversation: an empty one shows nothing.
	const webhookResponse = received.kind === 'events' ? received.answer : received.kind === 'robot' ? '' : {};
	if (fresh.length === 0) return { webhookResponse };
	// Nobody sends a robot message again, so it may be answered before its files are there.
	if (received.kind === 'robot' && settings.downloadAttachments) context.getResponseObject().end();
	const limit = received.kind === 'robot' ? ENRICH_WITHIN : ENRICH_CALL_WITHIN;
	const whole = await Promise.all(
		fresh.map(async (incoming) => await enrich(context, settings, incoming, clock, limit)),
	);
	const workflowData = [whole.map(asExecutionItem)];
	if (context.getResponseObject().writableEnded) return { noWebhookResponse: true, workflowData };
	if (received.kind === 'card' && context.getWebhookName() === CARD_WEBHOOK)
		return { ...answerInTime(context), workflowData };
	return { webhookResponse, workflowData };
}

/**
 * Leaves out what has run before. Memory tells it for this process; the static data, which n8n saves
 * once it has stored the execution, for others and after a restart.
 */
function notYetRun(context: IWebhookFunctions, scope: string, memory: ReplayMemory, wanted: Incoming[]): Incoming[] {
	const isFresh = (ledger: Ledger, incoming: Incoming): boolean => {
		const [byKey, ...byLikeness] = memoryKeys(incoming);
		if (!memory.take(byKey, clock.now()) || !ledger.begin(incoming.key)) return false;
		for (const key of byLikeness) memory.take(key, clock.now());
		const [key, ...alias] = namesOf(incoming);
		ledger.end(key, false, ...alias);
		return true;
	};
	return changeStaticData(scope, context.getWorkflowStaticData('node'), (data) => {
		const ledger = new Ledger(data, scope);
		return wanted.filter((incoming) => isFresh(ledger, incoming));
	});
}

/** An event's keys, of this trigger alone. */
const keysIn = (scope: string, incoming: Incoming): string[] => memoryKeys(incoming).map((key) => `${scope} ${key}`);

/** n8n stores an execution before it answers: where that fails, DingTalk's retry is to be taken. */
function forgetWhenFailed(context: IWebhookFunctions, scope: string, replayKey: string, fresh: Incoming[]): void {
	const memory = memoryOf(scope, context.getMode() === 'manual');
	const keys = fresh.flatMap((incoming) => keysIn(scope, incoming));
	holdUntilAnswered(context.getResponseObject(), keys, () => {
		for (const key of [replayKey, ...fresh.flatMap(memoryKeys)]) memory.forget(key);
		// The static data of the failed call are lost with it: the running trigger's are changed.
		changeStaticData(scope, {}, (data) => new Ledger(data, scope).forget(fresh.flatMap(namesOf)));
	});
}
