import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { clock, closableClock } from '../../listening/clock';
import type { Clock } from '../../protocol/stream/ports';
import { readCredential } from '../credential';
import { ENRICH_WITHIN, enrich } from '../item/enrich';
import type { Incoming } from '../item/incoming';
import { LeftBehind } from '../once/leftBehind';
import { Ledger } from '../once/ledger';
import { memoryOf, scopeOf } from '../once/memory';
import { runOnce } from '../once/runOnce';
import type { Recovering } from '../recovery/handover';
import { recoverFailed } from '../recovery/recoverFailed';
import { type Settings, readSettings } from '../settings';
import { acknowledgement } from './acknowledgement';
import { Arrivals } from './arrivals';
import { type Taking, listen } from './connection';
import { Inbox } from './inbox';

/** Takes events for an active workflow: bounded, once only, answered as the node says. */
function takeActively(
	context: ITriggerFunctions,
	settings: Settings,
	deadlines: Clock,
): Taking & { recovering: Recovering } {
	const { filters, maxInFlight, acknowledge, recoverFailed: comesWithoutId } = settings;
	const data = context.getWorkflowStaticData('node');
	const scope = scopeOf(context);
	const ledger = new Ledger(data, scope);
	const policy = {
		repeatFailed: acknowledge === 'succeeded',
		comesWithoutId,
		clock: deadlines,
		leftBehind: new LeftBehind(context, ledger),
		enrich: async (incoming: Incoming) => await enrich(context, settings, incoming, deadlines, ENRICH_WITHIN),
	};
	const inbox = new Inbox<Incoming>(
		maxInFlight,
		async (incoming, started, aside) => await runOnce(context, ledger, policy, incoming, started, aside),
	);
	const arrivals = new Arrivals(ledger, memoryOf(scope), policy.repeatFailed);
	return {
		take: async (incoming) => {
			const ticket = inbox.offer(incoming);
			if (!ticket) return { taken: false };
			if (comesWithoutId) arrivals.note(incoming, ticket);
			return await acknowledgement(acknowledge, incoming, ticket, deadlines);
		},
		stop: () => inbox.close(),
		recovering: {
			filters,
			data,
			hasCome: (entry) => arrivals.isDone(entry),
			take: (entry) => arrivals.ticketOf(entry) ?? inbox.take(entry),
		},
	};
}

/** The Stream connection of one active trigger node, from activation to deactivation. */
export async function startStream(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = await readSettings(context);
	const credential = await readCredential(context);
	const deadlines = closableClock(clock);
	const { recovering, ...taking } = takeActively(context, settings, deadlines);
	const leave = await listen(context, credential, settings, taking);
	const stopRecovery =
		settings.recoverFailed && settings.filters.events ? recoverFailed(context, credential, recovering) : async () => {};
	return {
		closeFunction: async () => {
			await stopRecovery();
			await leave();
			deadlines.close();
		},
	};
}
