import type { IDataObject } from 'n8n-workflow';

import { within } from '../../listening/timeout';
import { compile } from '../../protocol/request';
import type { Clock } from '../../protocol/stream/ports';
import { type Client, createClient } from '../../runtime/client';
import { businessOf } from '../../runtime/execute';
import type { Settings } from '../settings';
import { type Context, FILES_WITHIN, reasonOf, withFiles } from './attachments';
import { questionFor } from './details';
import type { Incoming, TriggerItem } from './incoming';

type Wishes = Pick<Settings, 'downloadAttachments' | 'maxFileSize' | 'resolveDetails'>;

/** Far from the 60 s after which DingTalk delivers an event again over Stream. */
export const ENRICH_WITHIN = 20_000;

/** What that leaves of the 1.5 s in which a call must be answered. https://open.dingtalk.com/document/development/http-callback-overview */
export const ENRICH_CALL_WITHIN = 900;

async function withDetails(client: Client, item: TriggerItem): Promise<TriggerItem> {
	const question = questionFor(item);
	if (!question) return item;
	return await client.send(compile(question.route, question.parts), { safe: true }).then(
		(answer) => ({ ...item, details: businessOf(answer) as IDataObject }),
		(error: unknown) => ({ ...item, detailsError: reasonOf(error, client) }),
	);
}

const hasFiles = ({ item }: Incoming): boolean => Array.isArray(item.attachments) && item.attachments.length > 0;

/**
 * Brings the files and details that the node is to bring: details within `limit` milliseconds, files within
 * FILES_WITHIN. Never fails: what they cannot be had for goes out without them and says so in `detailsError`.
 */
export async function enrich(
	context: Context,
	{ downloadAttachments, maxFileSize, resolveDetails }: Wishes,
	incoming: Incoming,
	clock: Clock,
	limit: number,
): Promise<Incoming> {
	const wantsFiles = downloadAttachments && incoming.kind === 'robot' && hasFiles(incoming);
	const wantsDetails = resolveDetails && incoming.kind === 'event' && questionFor(incoming.item) !== undefined;
	if (!wantsFiles && !wantsDetails) return incoming;
	const given = new AbortController();
	const enriched = async (): Promise<Incoming> => {
		const client = await createClient(context, 'dingTalkApi', { signal: given.signal });
		return wantsFiles
			? await withFiles(context, client, incoming, clock, maxFileSize)
			: { ...incoming, item: await withDetails(client, incoming.item) };
	};
	const without = (detailsError: string): Incoming => ({ ...incoming, item: { ...incoming.item, detailsError } });
	const attempt = enriched().catch((error: unknown) => without(error instanceof Error ? error.message : String(error)));
	// A download under way ends by its own signal; what else may hang has some time more.
	const most = wantsFiles ? FILES_WITHIN + limit : limit;
	const done = await within(clock, most, attempt);
	if (done) return done;
	// Calls that nobody waits for any more would stand before those of the next events.
	given.abort();
	return without(`not there within ${most / 1000} s`);
}
