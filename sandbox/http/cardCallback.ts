import { createHmac } from 'node:crypto';

import { ApiError } from '../errors';
import type { Route } from '../world';
import { route } from '../world';

interface Register {
	callbackRouteKey: string;
	callbackUrl: string;
	apiSecret?: string;
	forceUpdate?: boolean;
}

/** Where cards of HTTP mode report a click, https://open.dingtalk.com/document/development/register-card-callback-address */
export class CardCallbacks {
	private readonly urls = new Map<string, Register>();

	constructor(
		private readonly now: () => number,
		/** Milliseconds for an answer. */
		private readonly deadline: number,
	) {}

	has(routeKey: string): boolean {
		return this.urls.has(routeKey);
	}

	/** @returns the answer, which is the card's new data without a wrapper; undefined when there was none in time */
	async post(routeKey: string, data: object): Promise<Record<string, unknown> | undefined> {
		const { callbackUrl, apiSecret } = this.urls.get(routeKey) ?? { callbackUrl: '' };
		const timestamp = String(this.now());
		const signed = apiSecret && {
			'x-ddpaas-signature-timestamp': timestamp,
			'x-ddpaas-signature': createHmac('sha256', apiSecret).update(timestamp).digest('base64'),
		};
		const headers = { 'content-type': 'application/json', ...(signed || {}) };
		const signal = AbortSignal.timeout(this.deadline);
		const response = await fetch(callbackUrl, {
			method: 'POST',
			redirect: 'manual',
			headers,
			body: JSON.stringify(data),
			signal,
		}).catch(() => undefined);
		if (!response?.ok) return undefined;
		const text = await response.text().catch(() => '');
		return text.startsWith('{') ? (JSON.parse(text) as Record<string, unknown>) : {};
	}

	routes(): Route[] {
		return [
			route<Register>('POST', '/v1.0/card/callbacks/register', ({ body }) => {
				const { callbackRouteKey, callbackUrl, apiSecret, forceUpdate } = body;
				if (!callbackRouteKey) throw new ApiError('param.callbackRouteKeyEmpty', 'param.callbackRouteKeyEmpty');
				if (!callbackUrl) throw new ApiError('param.callbackUrlEmpty', 'param.callbackUrlEmpty');
				const known = this.urls.get(callbackRouteKey);
				if (known && known.callbackUrl !== callbackUrl && !forceUpdate)
					throw new ApiError('param.callbackRouteKeyExist', 'param.callbackRouteKeyExist', 500);
				this.urls.set(callbackRouteKey, body);
				return { success: true, result: { callbackUrl, apiSecret: apiSecret ?? '' } };
			}),
		];
	}
}
