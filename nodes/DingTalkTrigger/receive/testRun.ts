import type { IExecuteFunctions } from 'n8n-workflow';

import { clock } from '../../listening/clock';
import { readCredential } from '../credential';
import { ENRICH_WITHIN, enrich } from '../item/enrich';
import type { Incoming } from '../item/incoming';
import { readSettings } from '../settings';
import { listen } from './connection';

/** Waits for the editor's first event, of which other triggers on the connection lose nothing. undefined when the person stops waiting. */
export async function listenOnce(context: IExecuteFunctions): Promise<Incoming | undefined> {
	const settings = await readSettings(context);
	const { promise: first, resolve } = context.helpers.createDeferredPromise<Incoming | undefined>();
	const show = async (incoming: Incoming) => {
		resolve(await enrich(context, settings, incoming, clock, ENRICH_WITHIN));
		return { taken: true };
	};
	context.onExecutionCancellation(() => resolve(undefined));
	const leave = await listen(context, await readCredential(context), settings, { take: show, stop: () => {} });
	return await first.finally(leave);
}
