import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { DingTalkError } from '../protocol/errors';
import { isObject } from '../protocol/json';
import { InputError, type Json } from '../runtime/operation';

/** Names under which DingTalk's answers carry the address of a file. */
const NAMES = ['downloadUrl', 'download_url', 'resourceUrl', 'resourceUrls', 'downloadUri', 'url', 'fileUrl'];

interface Target {
	url: string;
	/** Storage downloads are signed by headers that come beside the address. */
	headers: Record<string, string>;
}

const headersBeside = (owner: Json): Record<string, string> =>
	isObject(owner.headers)
		? Object.fromEntries(Object.entries(owner.headers).map(([name, value]) => [name, String(value)]))
		: {};

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

const decoded = (text: string): string => (/%(?![0-9a-f]{2})/i.test(text) ? text : decodeURIComponent(text));

/** What the server or the address calls the file. */
function nameOf(url: string, disposition: unknown): string | undefined {
	const [, given] = /filename\*?=(?:UTF-8'')?"?([^";]+)/i.exec(String(disposition ?? '')) ?? [];
	return decoded(given ?? new URL(url).pathname.split('/').pop() ?? '') || undefined;
}

/** Fetches the file that an answer points at, as a stream into n8n's binary storage. The access token is not sent. */
export async function download(context: IExecuteFunctions, answer: Json): Promise<IBinaryData> {
	const target = downloadTarget(answer);
	if (!target)
		throw new InputError(
			'Download File To',
			'this operation answered no download address; remove the option',
			'此操作没有返回下载地址，请移除该选项',
		);
	const response: unknown = await context.helpers.httpRequest({
		method: 'GET',
		url: target.url,
		headers: target.headers,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	});
	const { statusCode, headers, body } = response as {
		statusCode: number;
		headers: Record<string, unknown>;
		body: Parameters<typeof context.helpers.prepareBinaryData>[0];
	};
	if (statusCode >= 400)
		throw new DingTalkError({
			code: `HTTP ${statusCode}`,
			status: statusCode,
			kind: 'refused',
			ours: true,
			message: `the address of the file answered HTTP ${statusCode}: it may have expired`,
		});
	return await context.helpers.prepareBinaryData(body, nameOf(target.url, headers['content-disposition']));
}
