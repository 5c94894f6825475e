import type { IBinaryData } from 'n8n-workflow';
import { ownOrigins } from '../protocol/hosts';
import { isObject } from '../protocol/json';
import { download, type DownloadTarget } from '../runtime/download';
import { InputError, type Json } from '../runtime/operation';
import type { Running } from '../runtime/running';

/** Names under which DingTalk's answers carry the address of a file. */
const NAMES = ['downloadUrl', 'download_url', 'resourceUrl', 'resourceUrls', 'downloadUri', 'url', 'fileUrl'];

const isUrl = (value: unknown): value is string => typeof value === 'string' && /^https?:\/\//i.test(value);

/** Storage downloads are signed by headers that come beside the address. */
const headersBeside = (owner: Json): Record<string, string> =>
	isObject(owner.headers)
		? Object.fromEntries(Object.entries(owner.headers).map(([name, value]) => [name, String(value)]))
		: {};

/** The first address in an answer, searched breadth first, with the others of the same file. */
export function downloadTarget(answer: Json): DownloadTarget | undefined {
	const queue: Json[] = [answer];
	// The loop adds to the queue that it reads.
	for (const owner of queue) {
		for (const name of NAMES) {
			const [url, ...urls] = [owner[name]].flat().filter(isUrl);
			if (url !== undefined) return { url, urls, headers: headersBeside(owner) };
		}
		for (const member of Object.values(owner)) if (isObject(member)) queue.push(member);
	}
	return undefined;
}

const MB = 1024 * 1024;

/** Fetches the file that an answer points at, as a stream into n8n's binary storage. The access token is not sent. */
export async function downloadFile(
	{ context, client }: Running,
	answer: Json,
	limitMb: number | undefined,
): Promise<IBinaryData> {
	const target = downloadTarget(answer);
	if (!target)
		throw new InputError(
			'Download File To',
			'this operation answered no download address; remove the option',
			'此操作没有返回下载地址，请移除该选项',
		);
	const { binary } = await download(context, target, {
		hosts: ownOrigins(client.credential),
		limitBytes: limitMb && limitMb * MB,
		signal: context.getExecutionCancelSignal(),
	});
	return binary;
}
