import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { InputError, type Json } from '../runtime/operation';

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** Names under which DingTalk's answers carry the address of a file. */
const NAMES = ['downloadUrl', 'download_url', 'resourceUrl', 'resourceUrls', 'downloadUri', 'url', 'fileUrl'];

interface Target {
	url: string;
	/** Storage downloads are signed by headers that come beside the address. */
	headers: Record<string, string>;
}

const headersBeside = (owner: Json): Record<string, string> =>
	isObject(owner.headers) ? Object.fromEntries(Object.entries(owner.headers).map(([name, value]) => [name, String(value)])) : {};

/** The first address in an answer, searched breadth first. */
export function downloadTarget(answer: Json): Target | undefined {
	const queue: Json[] = [answer];
	for (let owner = queue.shift(); owner; owner = queue.shift()) {
		for (const name of NAMES) {
			const value = owner[name];
			const url: unknown = Array.isArray(value) ? value[0] : value;
			if (typeof url === 'string' && /^https?:\/\//.test(url)) return { url, headers: headersBeside(owner) };
		}
		queue.push(...Object.values(owner).filter(isObject));
	}
	return undefined;
}

/** Fetches the file that an answer points at, as a stream into n8n's binary storage. The access token is not sent. */
export async function download(context: IExecuteFunctions, answer: Json): Promise<IBinaryData> {
	const target = downloadTarget(answer);
	if (!target) throw new InputError('Download File To', 'this operation answered no download address; remove the option', '此操作没有返回下载地址，请移除该选项');
	const file: unknown = await context.helpers.httpRequest({ method: 'GET', url: target.url, headers: target.headers, encoding: 'stream' });
	const name = decodeURIComponent(new URL(target.url).pathname.split('/').pop() ?? '');
	return await context.helpers.prepareBinaryData(file as Parameters<typeof context.helpers.prepareBinaryData>[0], name || undefined);
}
