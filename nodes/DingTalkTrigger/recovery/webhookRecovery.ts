import type { ITriggerFunctions, ITriggerResponse } from 'n8n-workflow';

import { readCredential } from '../credential';
import { ENRICH_WITHIN, enrich } from '../item/enrich';
import { runOnce } from '../once/runOnce';
import { Inbox } from '../receive/inbox';
import { type Incoming, likenessesOf, mayHaveComeAs } from '../item/incoming';
import { memoryKey, memoryOf, scopeOf } from '../once/memory';
import { shareStaticData } from '../once/staticData';
import { LeftBehind } from '../once/leftBehind';
import { Ledger } from '../once/ledger';
import { clock, closableClock } from '../../listening/clock';
import { recoverFailed } from './recoverFailed';
import { readSettings } from '../settings';

/** What an active trigger in webhook mode does besides waiting for calls: it asks for what could not be pushed. */
export async function startRecovery(context: ITriggerFunctions): Promise<ITriggerResponse> {
	const settings = await readSettings(context);
	const { filters, recoverFailed: isOn, maxInFlight } = settings;
	if (!isOn || !filters.events) return {};
	const credential = await readCredential(context);
	const scope = scopeOf(context);
	const data = context.getWorkflowStaticData('node');
	const ledger = new Ledger(data, scope);
	const memory = memoryOf(scope);
	const pauses = closableClock(clock);
	const policy = {
		repeatFailed: false,
		comesWithoutId: false,
		clock: pauses,
		leftBehind: new LeftBehind(context, ledger),
		enrich: async (incoming: Incoming) => await enrich(context, settings, incoming, pauses, ENRICH_WITHIN),
	};
	const inbox = new Inbox<Incoming>(
		maxInFlight,
		async (incoming, started, aside) => await runOnce(context, ledger, policy, incoming, started, aside),
	);
	const forget = shareStaticData(scope, data);
	const hasCome = (incoming: Incoming) => {
		const names = mayHaveComeAs(incoming);
		const now = clock.now();
		if (names.some((name) => ledger.hasEnded(name) || memory.has(memoryKey(name), now))) return true;
		for (const name of likenessesOf(incoming)) memory.take(memoryKey(name), now);
		return false;
	};
	const leave = recoverFailed(context, credential, {
		filters,
		data,
		hasCome,
		take: (incoming) => inbox.take(incoming),
	});
	return {
		closeFunction: async () => {
			await leave();
			inbox.close();
			pauses.close();
			forget();
		},
	};
}
