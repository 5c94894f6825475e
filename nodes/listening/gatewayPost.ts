import type { IHttpRequestOptions } from 'n8n-workflow';

import type { Post } from '../protocol/stream/ports';

/** The name of a network failure; nothing else of it, for n8n's errors carry the request with its secret. */
const nameOf = (error: unknown): string => {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : 'no answer';
};

/** n8n's helper of that name, asked for the full response. */
export type HttpRequest = (options: IHttpRequestOptions) => Promise<{ statusCode: number; body: unknown }>;

/** How long the gateway may take: the 10 s of the Python SDK. */
const TIMEOUT = 10_000;

/** Posts through n8n's own HTTP helper, so that its proxies and TLS settings apply. */
export const gatewayPost =
	(request: HttpRequest): Post =>
	async (url, body, abortSignal) => {
		const answer = await request({
			method: 'POST',
			url,
			body,
			json: true,
			// Without it the gateway answers in XML.
			headers: { Accept: 'application/json' },
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
			disableFollowRedirect: true,
			timeout: TIMEOUT,
			abortSignal,
		}).catch((error: unknown) => {
			throw new Error(nameOf(error));
		});
		return { status: answer.statusCode, body: answer.body };
	};
