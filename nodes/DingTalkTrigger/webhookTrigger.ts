import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { readCredential } from './credential';
import { ENRICH_WITHIN, enrich } from './enrich';
import { runOnce } from './execution';
import { Inbox } from './inbox';
import { type Incoming, likenessOf } from './incoming';
import { keepLive, memoryKeys, memoryOf, scopeOf } from './live';
import { Once } from './once';
import { clock, closableClock } from './platform';
import { recoverFailed } from './recovery';
import { readSettings } from './settings';

/** What an active trigger in webhook mode does besides waiting for calls: it asks for what could not be pushed. */
export async function startRecovery(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = readSettings(context);
	const { wanted, recoverFailed: isOn, maxInFlight } = settings;
	if (!isOn || !wanted.events) return {};
	const credential = await readCredential(context);
	const scope = scopeOf(context);
	const data = context.getWorkflowStaticData('node');
	const once = new Once(data, scope);
	const memory = memoryOf(scope);
	const pauses = closableClock(clock);
	const policy = {
		repeatFailed: false,
		comesWithoutId: false,
		clock: pauses,
		enrich: async (incoming: Incoming) => await enrich(context, settings, incoming, pauses, ENRICH_WITHIN),
	};
	const inbox = new Inbox<Incoming>(
		maxInFlight,
		async (incoming, started) => await runOnce(context, once, policy, incoming, started),
	);
	const forget = keepLive(scope, data);
	const hasCome = (incoming: Incoming) => {
		const [, byLikeness] = memoryKeys(incoming);
		return once.hasEnded(likenessOf(incoming)) || !memory.take(byLikeness, clock.now());
	};
	const leave = recoverFailed(
		context,
		credential,
		{ wanted, data, hasCome, take: (incoming) => inbox.take(incoming) },
		pauses,
	);
	return {
		closeFunction: async () => {
			await leave();
			inbox.close();
			pauses.close();
			forget();
		},
	};
}
