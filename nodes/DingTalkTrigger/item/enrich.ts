import type {
	IBinaryData,
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { compile } from '../../protocol/request';
import type { Clock } from '../../protocol/stream/ports';
import { type Client, createClient } from '../../runtime/client';
import { businessOf } from '../../runtime/execute';
import { redact, secretsOf } from '../../runtime/nodeError';
import { questionFor } from './details';
import { type Incoming, type TriggerItem, asData, textOf } from './incoming';
import type { Settings } from '../settings';
import { within } from '../../listening/timeout';

type Context = IExecuteFunctions | ITriggerFunctions | IWebhookFunctions;
type Wishes = Pick<Settings, 'downloadAttachments' | 'resolveDetails'>;

/** Far from the 60 s after which DingTalk delivers an event again over Stream. */
export const ENRICH_WITHIN = 20_000;

/** What that leaves of the 1.5 s in which a call must be answered. https://open.dingtalk.com/document/development/http-callback-overview */
export const ENRICH_CALL_WITHIN = 900;

/** A file of some megabytes on a slow line. */
const DOWNLOAD_TIMEOUT = 60_000;

const reasonOf = (error: unknown, { credential }: Client): string =>
	redact(error instanceof Error ? error.message : String(error), secretsOf(credential));

async function withDetails(client: Client, item: TriggerItem): Promise<TriggerItem> {
	const question = questionFor(item);
	if (!question) return item;
	return await client.send(compile(question.route, question.parts), { safe: true }).then(
		(answer) => ({ ...item, details: businessOf(answer) as IDataObject }),
		(error: unknown) => ({ ...item, detailsError: reasonOf(error, client) }),
	);
}

const EXTENSIONS: Record<string, string> = { picture: 'jpg', audio: 'amr', video: 'mp4' };

/** https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message */
async function download(
	context: Context,
	client: Client,
	robotCode: string,
	{ type, downloadCode, fileName, videoType }: IDataObject,
): Promise<IBinaryData> {
	const request = compile('POST /v1.0/robot/messageFiles/download', { body: { downloadCode, robotCode } });
	const { downloadUrl } = await client.send(request, { safe: true });
	if (!URL.canParse(textOf(downloadUrl))) throw new Error('DingTalk gave no address for the file');
	const bytes: unknown = await context.helpers
		.httpRequest({ url: textOf(downloadUrl), encoding: 'arraybuffer', timeout: DOWNLOAD_TIMEOUT })
		// n8n's error carries the address, which is signed.
		.catch(() => Promise.reject(new Error('the file could not be downloaded')));
	const name = textOf(fileName) || `${textOf(type)}.${textOf(videoType) || EXTENSIONS[textOf(type)] || 'bin'}`;
	return await context.helpers.prepareBinaryData(Buffer.from(bytes as ArrayBuffer), name);
}

/** Every attachment names its binary property, or says why it has none. */
async function withFiles(context: Context, client: Client, incoming: Incoming): Promise<Incoming> {
	const { item } = incoming;
	const attachments = Array.isArray(item.attachments) ? item.attachments.map((one) => asData(one)) : [];
	const robotCode = textOf(item.robotCode) || textOf(client.credential.robotCode);
	const binary: IBinaryKeyData = {};
	const loaded = await Promise.all(
		attachments.map(async (attachment, index) => {
			const property = `attachment_${index}`;
			return await download(context, client, robotCode, attachment).then(
				(file) => {
					binary[property] = file;
					return { ...attachment, binaryProperty: property };
				},
				(error: unknown) => ({ ...attachment, downloadError: reasonOf(error, client) }),
			);
		}),
	);
	return { ...incoming, item: { ...item, attachments: loaded }, ...(Object.keys(binary).length > 0 && { binary }) };
}

const hasFiles = ({ item }: Incoming): boolean => Array.isArray(item.attachments) && item.attachments.length > 0;

async function enriched(
	context: Context,
	{ downloadAttachments, resolveDetails }: Wishes,
	incoming: Incoming,
): Promise<Incoming> {
	const wantsFiles = downloadAttachments && incoming.kind === 'robot' && hasFiles(incoming);
	const wantsDetails = resolveDetails && incoming.kind === 'event' && questionFor(incoming.item) !== undefined;
	if (!wantsFiles && !wantsDetails) return incoming;
	const client = await createClient(context, 'dingTalkApi');
	return wantsFiles
		? await withFiles(context, client, incoming)
		: { ...incoming, item: await withDetails(client, incoming.item) };
}

/**
 * Brings the files and details that the node is to bring, within `limit` milliseconds. Never fails:
 * an event that they cannot be had for goes out without them and says so in `detailsError`.
 */
export async function enrich(
	context: Context,
	wishes: Wishes,
	incoming: Incoming,
	clock: Clock,
	limit: number,
): Promise<Incoming> {
	if (!wishes.downloadAttachments && !wishes.resolveDetails) return incoming;
	const without = (detailsError: string): Incoming => ({ ...incoming, item: { ...incoming.item, detailsError } });
	const attempt = enriched(context, wishes, incoming).catch((error: unknown) =>
		without(error instanceof Error ? error.message : String(error)),
	);
	return (await within(clock, limit, attempt)) ?? without(`not there within ${limit / 1000} s`);
}
