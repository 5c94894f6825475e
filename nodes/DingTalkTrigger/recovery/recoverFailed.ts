import { createHash } from 'crypto';
import type { ITriggerFunctions } from 'n8n-workflow';

import { eventOfFailed } from '../../protocol/callback/failed';
import { isObject } from '../../protocol/json';
import { compile } from '../../protocol/request';
import { createClient } from '../../runtime/client';
import { redact, secretsOf } from '../../runtime/nodeError';
import type { Credential } from '../credential';
import { type FailedPage, type Reader, failedLists } from './failedLists';
import { Handover, type Recovering } from './handover';

/** Asks once; a GET, but not safe to repeat: the events of an answer that got lost are gone. */
async function readPage(context: ITriggerFunctions): Promise<FailedPage> {
	const client = await createClient(context, 'dingTalkApi');
	const answer = await client
		.send(compile('GET /call_back/get_call_back_failed_result'), { safe: false })
		.catch((error: unknown) => {
			throw new Error(redact(error instanceof Error ? error.message : String(error), secretsOf(client.credential)));
		});
	const { failed_list: list, has_more: more } = answer;
	const events = (Array.isArray(list) ? list : [])
		.filter(isObject)
		.flatMap((entry) => eventOfFailed(entry, Date.now()) ?? []);
	return { events, more: more === true };
}

/** Reads the app's failed-events list from now on, until the returned function is called. Never fails a start. */
export function recoverFailed(
	context: ITriggerFunctions,
	{ apiHost, clientId, clientSecret }: Credential,
	recovering: Recovering,
): () => Promise<void> {
	const handover = new Handover(recovering);
	const reader: Reader = {
		read: async () => await readPage(context),
		busy: () => {
			handover.retry();
			return handover.busy;
		},
		keep: (events) => handover.keep(events),
		state: (failure) => {
			if (failure)
				context.logger.warn(
					`DingTalk Trigger: the list of failed events cannot be read (${failure.message}), trying again`,
				);
			else context.logger.info('DingTalk Trigger: the list of failed events can be read again');
		},
	};
	handover.resume();
	const app = createHash('sha256')
		.update(JSON.stringify([apiHost, clientId, clientSecret]))
		.digest('hex');
	return failedLists.join(app, reader);
}
