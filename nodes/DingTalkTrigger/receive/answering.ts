import { clock } from '../../listening/clock';
import { cardAnswer } from '../../listening/exchange';
import type { Listener } from '../../listening/listener';
import { bring } from '../../listening/waitingExecution';
import { compile } from '../../protocol/request';
import { createClient } from '../../runtime/client';
import type { Credential } from '../credential';
import type { Settings } from '../settings';
import type { StreamContext } from './context';

/** Where n8n listens on its own machine unless it was told otherwise. */
const OWN = 'http://localhost:5678';
const WAITING = '/webhook-waiting';

interface Evaluating {
	evaluateExpression(expression: string, itemIndex: number): unknown;
}

/** A trigger can evaluate expressions (2.40.5), though its interface does not say so. */
const canEvaluate = (context: object): context is Evaluating =>
	'evaluateExpression' in context && typeof context.evaluateExpression === 'function';

/** The beginning of the addresses of waiting executions, as n8n writes them: a trigger has no execution, so only its number is wrong. */
function learned(context: StreamContext): URL | undefined {
	const resumeUrl: unknown = canEvaluate(context)
		? context.evaluateExpression('{{ $execution.resumeUrl }}', 0)
		: undefined;
	if (typeof resumeUrl !== 'string' || !URL.canParse(resumeUrl)) return undefined;
	const url = new URL(resumeUrl);
	url.pathname = url.pathname.replace(/\/[^/]*$/, '');
	url.search = '';
	return url;
}

/** Where n8n may be reached from here: as the node says, at its own address, on its own machine. The path is signed, so it stays. */
function basesOf(address: string, own: URL | undefined): string[] {
	const path = own?.pathname ?? WAITING;
	const origins = [URL.canParse(address) ? new URL(address).origin : '', own?.origin ?? '', OWN];
	return [...new Set(origins.filter((origin) => origin !== ''))].map((origin) => `${origin}${path}`);
}

/** How a trigger takes the answers to Send and Wait to the executions that wait for them. */
export function answeringOf(
	context: StreamContext,
	{ clientSecret }: Credential,
	{ answersWaits, n8nAddress }: Settings,
): Listener['answering'] {
	if (!answersWaits || context.getMode() === 'manual') return undefined;
	const { httpRequest } = context.helpers;
	const own = learned(context);
	const road = { bases: basesOf(n8nAddress, own), host: own?.host, httpRequest, clientSecret, clock };
	return {
		bring: async (click, ticket) => await bring(click, ticket, road),
		update: async ({ outTrackId, userId }, outcome) => {
			const { userPrivateData, ...answer } = cardAnswer(outcome);
			const body = { outTrackId, ...answer, ...(userPrivateData && { privateData: { [userId]: userPrivateData } }) };
			if (Object.keys(answer).length === 0) return;
			await createClient(context, 'dingTalkApi')
				.then(async (client) => await client.send(compile('PUT /v1.0/card/instances', { body }), { safe: true }))
				// The card's ID is a secret: the error, which may hold it, is not written anywhere.
				.catch(() => context.logger.warn('DingTalk Trigger: a card of Send and Wait could not be updated'));
		},
	};
}
