import { DingTalkError } from '../protocol/errors';
import { ownOrigins } from '../protocol/hosts';
import { isObject, type Json } from '../protocol/json';
import type { FilePart } from '../protocol/request';
import { download, type DownloadTarget } from './download';
import type { Made } from './operation';
import { putFile, type UploadTarget } from './putFile';
import type { Running } from './running';

/** What an item's output fields say about a file that it downloads. */
export interface FileSettings {
	/** Binary property of the output. */
	property: string;
	limitBytes: number;
}

const aroundOf = ({ context, client }: Running) => ({
	hosts: ownOrigins(client.credential),
	signal: context.getExecutionCancelSignal(),
});

/** Fetches a file into the binary property that the item names; `json` stands beside it. */
export async function fetchFile(
	running: Running,
	target: DownloadTarget,
	{ property, limitBytes }: FileSettings,
	json: Json,
): Promise<Made> {
	const options = { ...aroundOf(running), limitBytes, limitOption: 'Max File Size (MB)' };
	const { binary, size } = await download(running.context, target, options);
	const { fileName, mimeType } = binary;
	const told = { fileName, mimeType, fileSize: size };
	return { json: { ...told, ...(isObject(json) ? json : {}) } as never, binary: { [property]: binary } };
}

/**
 * Sends a file to a storage host, without any token.
 * @throws DingTalkError unless an answer of this execution named the URL.
 */
export async function sendFile(running: Running, target: UploadTarget, file: FilePart): Promise<void> {
	if (!running.urls.has(target.url))
		throw new DingTalkError({
			code: 'url',
			kind: 'refused',
			ours: true,
			hint: 'incomplete',
			message: 'DingTalk named no address to upload the file to',
		});
	await putFile(running.context, target, file, aroundOf(running));
}
