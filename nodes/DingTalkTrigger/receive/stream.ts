import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { clock, closableClock } from '../../listening/clock';
import type { Clock } from '../../protocol/stream/ports';
import { readCredential } from '../credential';
import { ENRICH_WITHIN, enrich } from '../item/enrich';
import { type Incoming, mayHaveComeAs } from '../item/incoming';
import { LeftBehind } from '../once/leftBehind';
import { Ledger } from '../once/ledger';
import { scopeOf } from '../once/memory';
import { runOnce } from '../once/runOnce';
import type { Recovering } from '../recovery/handover';
import { recoverFailed } from '../recovery/recoverFailed';
import { type Settings, readSettings } from '../settings';
import { acknowledgement } from './acknowledgement';
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
	const ledger = new Ledger(data, scopeOf(context));
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
	const take = (incoming: Incoming) => inbox.take(incoming);
	return {
		take: async (incoming) => {
			const ticket = inbox.offer(incoming);
			return ticket ? await acknowledgement(acknowledge, incoming, ticket, deadlines) : { taken: false };
		},
		stop: () => inbox.close(),
		recovering: {
			filters,
			data,
			take,
			hasCome: (incoming) => mayHaveComeAs(incoming).some((name) => ledger.hasEnded(name)),
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
		settings.recoverFailed && settings.filters.events
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
