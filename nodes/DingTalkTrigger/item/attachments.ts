import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	ITriggerFunctions,
	IWebhookFunctions,
} from 'n8n-workflow';

import { ownOrigins } from '../../protocol/hosts';
import { compile } from '../../protocol/request';
import type { Clock } from '../../protocol/stream/ports';
import type { Client } from '../../runtime/client';
import { type Download, download } from '../../runtime/download';
import { redact, secretsOf } from '../../runtime/nodeError';
import { type Incoming, asData, textOf } from './incoming';

export type Context = IExecuteFunctions | ITriggerFunctions | IWebhookFunctions;

/** Why something could not be had, without a secret. */
export const reasonOf = (error: unknown, { credential }: Client): string =>
	redact(error instanceof Error ? error.message : String(error), secretsOf(credential));

const EXTENSIONS = new Map([
	['picture', 'jpg'],
	['audio', 'amr'],
	['video', 'mp4'],
]);

const nameOf = ({ type, fileName, videoType }: IDataObject): string =>
	textOf(fileName) || `${textOf(type)}.${textOf(videoType) || EXTENSIONS.get(textOf(type)) || 'bin'}`;

interface Fetching {
	readonly context: Context;
	readonly client: Client;
	readonly robotCode: string;
	/** Largest file, in bytes. */
	readonly limitBytes: number;
	readonly signal: AbortSignal;
}

/** https://open.dingtalk.com/document/development/download-the-file-content-of-the-robot-receiving-message */
async function fetchFile({ context, client, robotCode, ...options }: Fetching, file: IDataObject): Promise<Download> {
	const body = { downloadCode: textOf(file.downloadCode), robotCode };
	const { downloadUrl } = await client.send(compile('POST /v1.0/robot/messageFiles/download', { body }), {
		safe: true,
	});
	const url = textOf(downloadUrl);
	if (!URL.canParse(url)) throw new Error('DingTalk gave no address for the file');
	return await download(context, { url, name: nameOf(file) }, { ...options, hosts: ownOrigins(client.credential) });
}

/** Milliseconds for all files of a message together: DingTalk's next deliveries of it find it under way. */
export const FILES_WITHIN = 120_000;

/**
 * Fetches the files of a message, one after the other, into n8n's binary store. Each attachment names its
 * binary property and its size in bytes, or says in `downloadError` why it has none.
 */
export async function withFiles(
	context: Context,
	client: Client,
	incoming: Incoming,
	clock: Clock,
	limitBytes: number,
): Promise<Incoming> {
	const { item } = incoming;
	const attachments = Array.isArray(item.attachments) ? item.attachments.map((one) => asData(one)) : [];
	const robotCode = textOf(item.robotCode) || textOf(client.credential.robotCode);
	const late = new AbortController();
	const callOff = clock.after(FILES_WITHIN, () => late.abort());
	const fetching = { context, client, robotCode, limitBytes, signal: late.signal };
	const [binary, loaded]: [IBinaryKeyData, IDataObject[]] = [{}, []];
	for (const [index, attachment] of attachments.entries()) {
		const binaryProperty = `attachment_${index}`;
		const told = late.signal.aborted
			? { downloadError: `not there within ${FILES_WITHIN / 1000} s` }
			: await fetchFile(fetching, attachment).then(
					({ binary: file, size }) => {
						binary[binaryProperty] = file;
						return { binaryProperty, size };
					},
					(error: unknown) => ({ downloadError: reasonOf(error, client) }),
				);
		loaded.push({ ...attachment, ...told });
	}
	callOff();
	return { ...incoming, item: { ...item, attachments: loaded }, ...(Object.keys(binary).length > 0 && { binary }) };
}
